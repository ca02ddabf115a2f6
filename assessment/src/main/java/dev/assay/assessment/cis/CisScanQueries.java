package dev.assay.assessment.cis;

import dev.assay.assessment.query.Page;
import dev.assay.assessment.query.PageRequest;
import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import java.util.Optional;

/// Questions on scans: a port of the service.
///
/// A scan that another account owns is seen by an account whose resources are in it, as if there
/// were no others in it.
public interface CisScanQueries {

  /// Whose scans, of whose resources.
  enum Detail {
    /// Those of the account's own configurations, of all accounts' resources.
    OWNED,

    /// Any that reach the account's resources, of those alone.
    MEMBER,

    /// The owned ones whole, and those of others as far as they reach the account's resources.
    BOTH
  }

  Page<ScanSummary> scans(
      Reading transaction,
      Tenant tenant,
      Detail detail,
      CisQuestion<CisFacet.Scan> question,
      PageRequest page);

  /// Checks, over the resources of one account or, where none is given, of all.
  Page<CheckAggregation> checks(
      Reading transaction,
      CisScan scan,
      Optional<AccountId> account,
      CisQuestion<CisFacet.Checks> question,
      PageRequest page);

  /// Resources, of one account or, where none is given, of all.
  Page<TargetSummary> targets(
      Reading transaction,
      CisScan scan,
      Optional<AccountId> account,
      CisQuestion<CisFacet.Target> question,
      PageRequest page);

  /// The results of a job.
  ///
  /// @param findings what the ARNs of its findings begin with
  Page<CheckResult> details(
      Reading transaction,
      Tenant tenant,
      String job,
      String findings,
      CisQuestion<CisFacet.Detail> question,
      PageRequest page);
}
