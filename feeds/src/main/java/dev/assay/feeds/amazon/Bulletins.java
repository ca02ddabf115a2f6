package dev.assay.feeds.amazon;

import dev.assay.feeds.FeedDates;
import dev.assay.feeds.MalformedRecordException;
import dev.assay.feeds.SkipCounts;
import dev.assay.feeds.rpm.FixingBuilds;
import dev.assay.feeds.rpm.RpmBuild;
import dev.assay.model.Advisory;
import dev.assay.model.AdvisoryId;
import dev.assay.model.AffectedPackage;
import dev.assay.model.FeedRecord;
import dev.assay.model.VendorStatus;
import dev.assay.model.VulnerabilityId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Turns the bulletins of one document into advisories.
///
/// @param path the document's
record Bulletins(
    String path, Consumer<FeedRecord> sink, Consumer<String> reject, SkipCounts skipped) {

  private static final Pattern CVE = Pattern.compile("CVE-\\d{4}-\\d{4,}");

  void accept(Bulletin bulletin) {
    try {
      sink.accept(advisory(bulletin));
    } catch (MalformedRecordException malformed) {
      reject.accept(bulletin.id + ": " + malformed.problem());
    }
  }

  private Advisory advisory(Bulletin bulletin) {
    if (bulletin.id.isBlank()) {
      throw new MalformedRecordException("A bulletin without an id");
    }
    if (bulletin.collections.isEmpty()) {
      throw new MalformedRecordException("A bulletin without a package list");
    }
    List<AffectedPackage> affected = new ArrayList<>();
    Set<String> references = new LinkedHashSet<>();
    for (Bulletin.Collection collection : bulletin.collections) {
      Repository repository = Repository.parse(collection.shortName(), path);
      references.add(repository.page(bulletin.id));
      collection.problems().forEach(problem -> reject.accept(bulletin.id + ": " + problem));
      affected.addAll(affected(repository, collection.builds()));
    }
    bulletin.references.forEach(reference -> references.add(reference.href()));
    references.remove("");
    return new Advisory(
        AmazonImporter.SOURCE,
        new AdvisoryId(bulletin.id),
        Advisory.Kind.BULLETIN,
        vulnerabilities(bulletin),
        List.of(),
        bulletin.title,
        bulletin.description,
        bulletin.severity.isEmpty() ? null : bulletin.severity,
        List.of(),
        List.of(),
        List.copyOf(references),
        FeedDates.parseLenient(bulletin.issued).orElse(null),
        FeedDates.parseLenient(bulletin.updated).orElse(null),
        null,
        false,
        affected);
  }

  private List<VulnerabilityId> vulnerabilities(Bulletin bulletin) {
    Set<VulnerabilityId> named = new LinkedHashSet<>();
    for (Bulletin.Reference reference : bulletin.references) {
      if (!reference.type().equals("cve")) {
        continue;
      }
      if (CVE.matcher(reference.id()).matches()) {
        named.add(new VulnerabilityId(reference.id()));
      } else {
        reject.accept(bulletin.id + ": a reference that is no CVE: \"" + reference.id() + "\"");
      }
    }
    return List.copyOf(named);
  }

  private List<AffectedPackage> affected(Repository repository, List<RpmBuild> builds) {
    Map<String, List<RpmBuild>> byName = new LinkedHashMap<>();
    for (RpmBuild build : builds) {
      if (build.isSource()) {
        skipped.add("source packages");
      } else {
        byName.computeIfAbsent(build.name(), name -> new ArrayList<>()).add(build);
      }
    }
    return byName.values().stream().map(same -> statement(repository, same)).toList();
  }

  /// Of a version for each architecture the highest counts: nothing says that the other
  /// architecture's build has the fix.
  private static AffectedPackage statement(Repository repository, List<RpmBuild> builds) {
    Set<String> versions = new LinkedHashSet<>();
    builds.forEach(build -> versions.add(build.version()));
    return new AffectedPackage(
        repository.release(),
        repository.name(),
        builds.getFirst().name(),
        AffectedPackage.Naming.BINARY,
        VendorStatus.FIXED,
        FixingBuilds.ranges(versions),
        null,
        null,
        versions.size() == 1 ? null : byArchitecture(builds));
  }

  private static String byArchitecture(List<RpmBuild> builds) {
    Map<String, String> versions = new LinkedHashMap<>();
    builds.forEach(build -> versions.put(build.architecture(), build.version()));
    return String.join(
        ", ", versions.entrySet().stream().map(e -> e.getKey() + ": " + e.getValue()).toList());
  }
}
