package dev.assay.assessment.finding;

/// Where a finding is in its life.
public enum FindingStatus {
  /// The last assessment of the resource observed it.
  ACTIVE,
  /// As `ACTIVE`, but a suppression filter hides it.
  SUPPRESSED,
  /// It was observed once and is no longer, or its resource is gone.
  CLOSED
}
