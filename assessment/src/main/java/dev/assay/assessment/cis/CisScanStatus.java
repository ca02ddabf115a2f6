package dev.assay.assessment.cis;

/// How far a scan is, by the API's names.
public enum CisScanStatus {
  IN_PROGRESS,

  /// Of every resource it is known what came of it, and of one at least there are results.
  COMPLETED,

  /// It ended without the results of any resource.
  FAILED,

  /// Its configuration was deleted before it ended.
  CANCELLED
}
