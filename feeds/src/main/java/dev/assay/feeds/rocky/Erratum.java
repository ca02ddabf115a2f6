package dev.assay.feeds.rocky;

import dev.assay.feeds.MalformedRecordException;
import dev.assay.feeds.SkipCounts;
import dev.assay.feeds.json.JsonValue;
import dev.assay.feeds.rpm.FixingBuilds;
import dev.assay.feeds.rpm.RpmBuild;
import dev.assay.model.Advisory;
import dev.assay.model.AdvisoryId;
import dev.assay.model.AffectedPackage;
import dev.assay.model.VendorStatus;
import dev.assay.model.VulnerabilityId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One erratum.
final class Erratum {
  private static final Pattern CVE = Pattern.compile("CVE-\\d{4}-\\d{4,}");

  /// A module and its stream in a title: `Important: nodejs:18 security update`.
  private static final Pattern MODULE =
      Pattern.compile("(?<=\\s)[A-Za-z][A-Za-z0-9_+.-]*:[A-Za-z0-9][A-Za-z0-9_+.-]*(?=[\\s,]|$)");

  private static final String SEVERITY = "SEVERITY_";

  private final JsonValue document;
  private final Consumer<String> reject;
  private final SkipCounts skipped;

  Erratum(JsonValue document, Consumer<String> reject, SkipCounts skipped) {
    this.document = document;
    this.reject = reject;
    this.skipped = skipped;
  }

  /// @throws MalformedRecordException where it is no erratum
  Advisory advisory() {
    String name = document.text("name").strip();
    String title = document.textOrEmpty("synopsis").strip();
    return new Advisory(
        RockyErrataImporter.SOURCE,
        new AdvisoryId(name),
        Advisory.Kind.BULLETIN,
        vulnerabilities(),
        List.of(),
        title,
        document.textOrEmpty("description").strip(),
        severity(),
        List.of(),
        List.of(),
        references(name),
        document.optionalInstant("publishedAt"),
        null,
        null,
        false,
        affected(module(title)));
  }

  /// The enumeration's constant as the errata pages show it: `SEVERITY_MODERATE`, Moderate.
  private @Nullable String severity() {
    String constant = document.textOrEmpty("severity").strip();
    String word = constant.startsWith(SEVERITY) ? constant.substring(SEVERITY.length()) : constant;
    if (word.isEmpty() || word.equals("UNKNOWN") || word.equals("NONE")) {
      return null;
    }
    return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
  }

  private List<VulnerabilityId> vulnerabilities() {
    Set<VulnerabilityId> named = new LinkedHashSet<>();
    for (JsonValue cve : document.elements("cves")) {
      String name = cve.textOrEmpty("name").strip();
      if (CVE.matcher(name).matches()) {
        named.add(new VulnerabilityId(name));
      } else {
        reject.accept(cve.path() + ".name is no CVE: \"" + name + "\"");
      }
    }
    return List.copyOf(named);
  }

  private List<String> references(String name) {
    Set<String> references = new LinkedHashSet<>();
    references.add("https://errata.rockylinux.org/" + name);
    for (JsonValue fix : document.elements("fixes")) {
      references.add(fix.textOrEmpty("sourceLink").strip());
    }
    references.remove("");
    return List.copyOf(references);
  }

  /// The module that the title names; null where it names none, or several, of which a package's
  /// own cannot be told.
  private static @Nullable String module(String title) {
    List<String> named = MODULE.matcher(title).results().map(MatchResult::group).toList();
    return named.size() == 1 ? named.getFirst() : null;
  }

  private List<AffectedPackage> affected(@Nullable String module) {
    List<AffectedPackage> affected = new ArrayList<>();
    document
        .member("rpms")
        .members()
        .forEach(
            (product, rpms) -> {
              try {
                Product known = Product.parse(product);
                builds(rpms).forEach((name, same) -> affected.add(statement(known, same, module)));
              } catch (MalformedRecordException malformed) {
                reject.accept(malformed.problem());
              }
            });
    return affected;
  }

  private Map<String, List<RpmBuild>> builds(JsonValue rpms) {
    Map<String, List<RpmBuild>> byName = new LinkedHashMap<>();
    for (JsonValue file : rpms.elements("nvras")) {
      try {
        RpmBuild build = RpmBuild.parse(file.text().strip());
        if (build.isSource()) {
          skipped.add("source packages");
        } else {
          byName.computeIfAbsent(build.name(), name -> new ArrayList<>()).add(build);
        }
      } catch (MalformedRecordException malformed) {
        reject.accept(malformed.problem());
      }
    }
    return byName;
  }

  private static AffectedPackage statement(
      Product product, List<RpmBuild> builds, @Nullable String module) {
    boolean modular = builds.stream().allMatch(RpmBuild::isModular);
    return new AffectedPackage(
        product.release(),
        product.repository(),
        builds.getFirst().name(),
        AffectedPackage.Naming.BINARY,
        VendorStatus.FIXED,
        FixingBuilds.ranges(builds.stream().map(RpmBuild::version).toList()),
        null,
        modular ? module : null,
        null);
  }
}
