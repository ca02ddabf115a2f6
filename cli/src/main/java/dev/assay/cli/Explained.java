package dev.assay.cli;

import dev.assay.match.VulnerabilityMatcher;
import dev.assay.model.Advisory;
import dev.assay.model.AdvisoryId;
import dev.assay.model.Ecosystem;
import dev.assay.model.Explanation;
import dev.assay.model.InstalledPackage;
import dev.assay.model.Inventory;
import dev.assay.model.OperatingSystem;
import dev.assay.model.Trace;
import dev.assay.model.VulnerabilityId;
import dev.assay.vulndb.PackageName;
import dev.assay.vulndb.VulnerabilityDatabase;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The answer to: why is, or is not, this vulnerability reported here?
///
/// @param packageName the binary or source package asked for; null for all
/// @param explanations one for each package and statement; empty where nothing speaks of both
record Explained(
    Inventory inventory,
    VulnerabilityId vulnerability,
    @Nullable String packageName,
    List<Explanation> explanations,
    VulnerabilityDatabase advisories) {
  private static final int NAMES = 10;

  /// Whether there are advisories that can judge the target at all.
  boolean isJudged() {
    Ecosystem ecosystem = ecosystem();
    return ecosystem != null && advisories.ecosystems().contains(ecosystem);
  }

  /// The packages it is reported for.
  List<InstalledPackage> affected() {
    return explanations.stream()
        .filter(explanation -> explanation.trace().outcome() == Trace.Outcome.AFFECTED)
        .map(Explanation::installed)
        .distinct()
        .toList();
  }

  /// Why there is no explanation.
  String whyNothing() {
    Ecosystem ecosystem = ecosystem();
    if (ecosystem == null) {
      return "the operating system could not be identified, so nothing was evaluated";
    }
    if (!advisories.ecosystems().contains(ecosystem)) {
      return "the database has no advisories for " + ecosystem + ", so nothing was evaluated";
    }
    List<String> packages =
        advisories.packages(vulnerability).stream()
            .filter(name -> name.ecosystem().equals(ecosystem))
            .map(PackageName::name)
            .toList();
    if (packages.isEmpty()) {
      return "no advisory for " + ecosystem + " names it" + elsewhere() + starter();
    }
    String about = packageName == null ? "any package installed here" : packageName;
    String more = packages.size() > NAMES ? " and others" : "";
    return "no advisory that names it is about %s; for %s it is known in %s%s"
        .formatted(
            about,
            ecosystem,
            packages.stream().limit(NAMES).collect(Collectors.joining(", ")),
            more);
  }

  private String elsewhere() {
    if (advisories.vulnerability(vulnerability).isPresent()) {
      return "; the database knows it from other sources";
    }
    return bulletin()
        .map(
            bulletin ->
                "; it is a bulletin of %s, which names %s"
                    .formatted(bulletin.source(), vulnerabilities(bulletin)))
        .orElse(", and the database does not know it");
  }

  private Optional<Advisory> bulletin() {
    AdvisoryId id = new AdvisoryId(vulnerability.value());
    return advisories.info().sources().stream()
        .flatMap(source -> advisories.advisory(source.id(), id).stream())
        .findFirst();
  }

  private static String vulnerabilities(Advisory bulletin) {
    return bulletin.vulnerabilities().isEmpty()
        ? "no vulnerability"
        : bulletin.vulnerabilities().stream()
            .map(VulnerabilityId::value)
            .collect(Collectors.joining(", "));
  }

  private String starter() {
    return advisories.info().starter()
        ? ": the starter set has %d landmark vulnerabilities only"
            .formatted(advisories.info().vulnerabilityCount())
        : "";
  }

  private @Nullable Ecosystem ecosystem() {
    OperatingSystem os = inventory.os();
    return os == null ? null : VulnerabilityMatcher.ecosystem(os);
  }
}
