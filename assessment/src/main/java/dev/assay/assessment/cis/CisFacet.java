package dev.assay.assessment.cis;

/// What lists around scans are selected and sorted by. Each list has its own.
public sealed interface CisFacet {

  /// Of configurations.
  enum Configuration implements CisFacet {
    NAME,
    ARN
  }

  /// Of scans.
  enum Scan implements CisFacet {
    NAME,
    ARN,
    CONFIGURATION_ARN,
    STATUS,
    /// The account whose configuration it is.
    SCHEDULED_BY,
    /// Of any resource that is scanned.
    RESOURCE_ID,
    /// Of any account whose resources are looked for.
    ACCOUNT,
    STARTED,
    FAILED_CHECKS
  }

  /// Of checks, over the resources of a scan.
  enum Checks implements CisFacet {
    /// Whose resources are counted.
    ACCOUNT,
    CHECK_ID,
    TITLE,
    PLATFORM,
    LEVEL,
    /// On how many resources it failed.
    FAILED
  }

  /// Of resources in a scan.
  enum Target implements CisFacet {
    ACCOUNT,
    RESOURCE_ID,
    PLATFORM,
    STATUS,
    STATUS_REASON,
    /// Of any of its checks; together with `OUTCOME` of one and the same.
    CHECK_ID,
    /// Of any of its checks.
    OUTCOME,
    /// How many of its checks failed.
    FAILED
  }

  /// Of the results of one resource.
  enum Detail implements CisFacet {
    CHECK_ID,
    STATUS,
    TITLE,
    LEVEL,
    FINDING_ARN
  }
}
