package dev.assay.report;

import dev.assay.model.AffectedInstallation;
import dev.assay.model.AffectedInstallation.Use;
import dev.assay.model.PackageType;
import dev.assay.model.VulnerabilityFinding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The vulnerabilities of one source package in one version: what is mended, or not, together.
///
/// @param fixable whether the rows have a version that mends them; a source package of which some
///     vulnerabilities are mended and some are not makes two groups
/// @param rows one per vulnerability, worst first
record SourcePackageGroup(Key key, boolean fixable, List<Row> rows) {

  /// Two versions of one source installed are two packages.
  record Key(PackageType type, String sourceName, String sourceVersion, Use use) {}

  /// A vulnerability and the installed packages of this source that have it.
  record Row(VulnerabilityFinding finding, List<AffectedInstallation> packages) {
    AffectedInstallation first() {
      return packages.getFirst();
    }

    private boolean fixable() {
      return packages.stream().anyMatch(affected -> affected.fixedVersion() != null);
    }
  }

  private record Part(Key key, boolean fixable) {}

  /// Groups findings, those with the worst vulnerability first, then those with most.
  static List<SourcePackageGroup> of(Collection<VulnerabilityFinding> findings) {
    Map<Part, List<Row>> parts = new LinkedHashMap<>();
    for (VulnerabilityFinding finding : findings) {
      bySource(finding)
          .forEach(
              (key, packages) -> {
                Row row = new Row(finding, packages);
                parts
                    .computeIfAbsent(new Part(key, row.fixable()), part -> new ArrayList<>())
                    .add(row);
              });
    }
    List<SourcePackageGroup> groups = new ArrayList<>();
    parts.forEach(
        (part, rows) -> {
          rows.sort(WORST_ROW_FIRST);
          groups.add(new SourcePackageGroup(part.key(), part.fixable(), List.copyOf(rows)));
        });
    groups.sort(WORST_GROUP_FIRST);
    return groups;
  }

  private static Map<Key, List<AffectedInstallation>> bySource(VulnerabilityFinding finding) {
    Map<Key, List<AffectedInstallation>> bySource = new LinkedHashMap<>();
    for (AffectedInstallation affected : finding.packages()) {
      Key key =
          new Key(
              affected.installed().type(),
              affected.installed().sourceName(),
              affected.installed().sourceVersion(),
              affected.use());
      bySource.computeIfAbsent(key, k -> new ArrayList<>()).add(affected);
    }
    return bySource;
  }

  /// The installed packages, each name once, in order of name.
  List<String> packageNames() {
    return rows.stream()
        .flatMap(row -> row.packages().stream())
        .map(affected -> affected.installed().name())
        .distinct()
        .sorted()
        .toList();
  }

  /// The version that mends every row: the newest of their fixed versions.
  Optional<String> mendsAll(VersionOrder order) {
    return rows.stream()
        .flatMap(row -> row.packages().stream())
        .flatMap(affected -> Optional.ofNullable(affected.fixedVersion()).stream())
        .max((a, b) -> order.compare(key.type(), a, b));
  }

  List<VulnerabilityFinding> findings() {
    return rows.stream().map(Row::finding).toList();
  }

  private static final Comparator<Row> WORST_ROW_FIRST =
      Comparator.comparing((Row row) -> row.finding().severity())
          .thenComparing(row -> row.finding().vulnerability().knownExploited() != null)
          .thenComparing(row -> FindingWords.isExploited(row.finding().vulnerability()))
          .reversed()
          .thenComparing(row -> row.finding().vulnerability().id(), Comparator.reverseOrder());

  private static final Comparator<SourcePackageGroup> WORST_GROUP_FIRST =
      Comparator.comparing(
              (SourcePackageGroup group) -> group.rows().getFirst().finding().severity())
          .thenComparing(group -> group.rows().size())
          .reversed()
          .thenComparing(group -> group.key().sourceName())
          .thenComparing(group -> group.key().sourceVersion());
}
