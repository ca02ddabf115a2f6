package dev.assay.report;

import dev.assay.model.PackageType;

/// A package manager's order of versions, as the reports need it to name the one version that
/// mends everything. The composition root gives it; this module knows no version grammar.
@FunctionalInterface
public interface VersionOrder {

  /// Negative, zero or positive as `left` is older than, equal to or newer than `right`. A
  /// version that cannot be read compares as equal.
  int compare(PackageType type, String left, String right);
}
