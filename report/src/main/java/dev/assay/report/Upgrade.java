package dev.assay.report;

import dev.assay.model.AffectedInstallation.Use;
import dev.assay.model.VulnerabilityFinding;
import java.util.Collection;
import java.util.List;

/// A source package to upgrade.
///
/// @param installed the source package's installed version
/// @param to the version that mends everything that can be mended in it
/// @param mends what it mends
/// @param packages the installed packages built from it
record Upgrade(
    String sourceName, String installed, String to, SeverityCounts mends, List<String> packages) {

  /// The plan that findings amount to, the worst first. Kernels that do not run need none.
  static List<Upgrade> plan(Collection<VulnerabilityFinding> findings, VersionOrder order) {
    return SourcePackageGroup.of(findings).stream()
        .filter(group -> group.fixable() && group.key().use() == Use.INSTALLED)
        .map(
            group ->
                new Upgrade(
                    group.key().sourceName(),
                    group.key().sourceVersion(),
                    group.mendsAll(order).orElseThrow(),
                    SeverityCounts.of(group.findings()),
                    group.packageNames()))
        .toList();
  }
}
