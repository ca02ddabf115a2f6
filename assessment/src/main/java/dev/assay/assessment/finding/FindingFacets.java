package dev.assay.assessment.finding;

import dev.assay.model.Severity;
import dev.assay.model.VulnerabilityFinding.FixAvailability;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What findings are filtered, sorted and counted by, drawn from their content. Null and empty mean
/// that such a finding has no such facet.
///
/// @param score CVSS, 0 to 10
/// @param epss 0 to 1
/// @param source who said so: `debian-osv`
/// @param related other names of the vulnerability
public record FindingFacets(
    Severity severity,
    String title,
    @Nullable Double score,
    @Nullable Double epss,
    @Nullable FixAvailability fix,
    boolean exploitAvailable,
    @Nullable String source,
    @Nullable String vendorSeverity,
    List<String> related,
    List<PackageFacet> packages) {
  public FindingFacets {
    related = List.copyOf(related);
    packages = List.copyOf(packages);
  }

  /// An affected package.
  ///
  /// @param version split from epoch and release as its package manager does
  /// @param epoch 0 where the version has none
  public record PackageFacet(
      String name,
      String version,
      long epoch,
      @Nullable String release,
      String architecture,
      String filePath) {}
}
