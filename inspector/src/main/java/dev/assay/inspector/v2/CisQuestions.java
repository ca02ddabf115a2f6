package dev.assay.inspector.v2;

import dev.assay.assessment.cis.CisFacet;
import dev.assay.assessment.cis.CisQuestion;
import dev.assay.awsapi.inspector2.CisScanConfigurationsSortBy;
import dev.assay.awsapi.inspector2.CisScanResultDetailsSortBy;
import dev.assay.awsapi.inspector2.CisScanResultsAggregatedByChecksSortBy;
import dev.assay.awsapi.inspector2.CisScanResultsAggregatedByTargetResourceSortBy;
import dev.assay.awsapi.inspector2.CisSortOrder;
import dev.assay.awsapi.inspector2.GetCisScanResultDetailsRequest;
import dev.assay.awsapi.inspector2.ListCisScanConfigurationsRequest;
import dev.assay.awsapi.inspector2.ListCisScanResultsAggregatedByChecksRequest;
import dev.assay.awsapi.inspector2.ListCisScanResultsAggregatedByTargetResourceRequest;
import dev.assay.awsapi.inspector2.ListCisScansRequest;
import dev.assay.awsapi.inspector2.ListCisScansSortBy;
import org.jspecify.annotations.Nullable;

/// The questions that the operations on scans ask. Without an order lists are by what identifies
/// their entries, and scans with the newest first.
final class CisQuestions {
  private CisQuestions() {}

  static CisQuestion<CisFacet.Configuration> of(ListCisScanConfigurationsRequest input) {
    var criteria = new CisCriteria<CisFacet.Configuration>();
    var asked = input.filterCriteria();
    if (asked != null) {
      criteria
          .text(CisFacet.Configuration.NAME, asked.scanNameFilters())
          .text(CisFacet.Configuration.ARN, asked.scanConfigurationArnFilters())
          .tags(asked.targetResourceTagFilters());
    }
    CisScanConfigurationsSortBy sort = input.sortBy();
    return criteria.by(
        sort != null && sort.value().equals("SCAN_NAME")
            ? CisFacet.Configuration.NAME
            : CisFacet.Configuration.ARN,
        input.sortOrder());
  }

  static CisQuestion<CisFacet.Scan> of(ListCisScansRequest input) {
    var criteria = new CisCriteria<CisFacet.Scan>();
    var asked = input.filterCriteria();
    if (asked != null) {
      criteria
          .text(CisFacet.Scan.NAME, asked.scanNameFilters())
          .text(CisFacet.Scan.ARN, asked.scanArnFilters())
          .text(CisFacet.Scan.CONFIGURATION_ARN, asked.scanConfigurationArnFilters())
          .text(CisFacet.Scan.SCHEDULED_BY, asked.scheduledByFilters())
          .text(CisFacet.Scan.RESOURCE_ID, asked.targetResourceIdFilters())
          .text(CisFacet.Scan.ACCOUNT, asked.targetAccountIdFilters())
          .equal(CisFacet.Scan.STATUS, asked.scanStatusFilters(), filter -> filter.value().value())
          .failed(asked.failedChecksFilters())
          .started(asked.scanAtFilters())
          .tags(asked.targetResourceTagFilters());
    }
    CisSortOrder order = input.sortOrder();
    boolean unordered = input.sortBy() == null && order == null;
    return criteria.by(order(input.sortBy()), unordered ? CisSortOrder.DESC : order);
  }

  private static CisFacet.Scan order(@Nullable ListCisScansSortBy sort) {
    return switch (sort == null ? "" : sort.value()) {
      case "STATUS" -> CisFacet.Scan.STATUS;
      case "SCHEDULED_BY" -> CisFacet.Scan.SCHEDULED_BY;
      case "FAILED_CHECKS" -> CisFacet.Scan.FAILED_CHECKS;
      default -> CisFacet.Scan.STARTED;
    };
  }

  static CisQuestion<CisFacet.Checks> of(ListCisScanResultsAggregatedByChecksRequest input) {
    var criteria = new CisCriteria<CisFacet.Checks>();
    var asked = input.filterCriteria();
    if (asked != null) {
      criteria
          .text(CisFacet.Checks.ACCOUNT, asked.accountIdFilters())
          .text(CisFacet.Checks.CHECK_ID, asked.checkIdFilters())
          .text(CisFacet.Checks.TITLE, asked.titleFilters())
          .text(CisFacet.Checks.PLATFORM, asked.platformFilters())
          .level(CisFacet.Checks.LEVEL, asked.securityLevelFilters())
          .failed(asked.failedResourcesFilters());
    }
    CisScanResultsAggregatedByChecksSortBy sort = input.sortBy();
    return criteria.by(
        switch (sort == null ? "" : sort.value()) {
          case "TITLE" -> CisFacet.Checks.TITLE;
          case "PLATFORM" -> CisFacet.Checks.PLATFORM;
          case "FAILED_COUNTS" -> CisFacet.Checks.FAILED;
          case "SECURITY_LEVEL" -> CisFacet.Checks.LEVEL;
          default -> CisFacet.Checks.CHECK_ID;
        },
        input.sortOrder());
  }

  static CisQuestion<CisFacet.Target> of(
      ListCisScanResultsAggregatedByTargetResourceRequest input) {
    var criteria = new CisCriteria<CisFacet.Target>();
    var asked = input.filterCriteria();
    if (asked != null) {
      criteria
          .text(CisFacet.Target.ACCOUNT, asked.accountIdFilters())
          .text(CisFacet.Target.CHECK_ID, asked.checkIdFilters())
          .text(CisFacet.Target.RESOURCE_ID, asked.targetResourceIdFilters())
          .text(CisFacet.Target.PLATFORM, asked.platformFilters())
          .equal(CisFacet.Target.OUTCOME, asked.statusFilters(), filter -> filter.value().value())
          .equal(
              CisFacet.Target.STATUS, asked.targetStatusFilters(), filter -> filter.value().value())
          .equal(
              CisFacet.Target.STATUS_REASON,
              asked.targetStatusReasonFilters(),
              filter -> filter.value().value())
          .failed(asked.failedChecksFilters())
          .tags(asked.targetResourceTagFilters());
    }
    CisScanResultsAggregatedByTargetResourceSortBy sort = input.sortBy();
    return criteria.by(
        switch (sort == null ? "" : sort.value()) {
          case "FAILED_COUNTS" -> CisFacet.Target.FAILED;
          case "ACCOUNT_ID" -> CisFacet.Target.ACCOUNT;
          case "PLATFORM" -> CisFacet.Target.PLATFORM;
          case "TARGET_STATUS" -> CisFacet.Target.STATUS;
          case "TARGET_STATUS_REASON" -> CisFacet.Target.STATUS_REASON;
          default -> CisFacet.Target.RESOURCE_ID;
        },
        input.sortOrder());
  }

  static CisQuestion<CisFacet.Detail> of(GetCisScanResultDetailsRequest input) {
    var criteria = new CisCriteria<CisFacet.Detail>();
    var asked = input.filterCriteria();
    if (asked != null) {
      criteria
          .text(CisFacet.Detail.CHECK_ID, asked.checkIdFilters())
          .text(CisFacet.Detail.TITLE, asked.titleFilters())
          .text(CisFacet.Detail.FINDING_ARN, asked.findingArnFilters())
          .level(CisFacet.Detail.LEVEL, asked.securityLevelFilters())
          .equal(
              CisFacet.Detail.STATUS,
              asked.findingStatusFilters(),
              filter -> filter.value().value());
    }
    CisScanResultDetailsSortBy sort = input.sortBy();
    return criteria.by(
        sort != null && sort.value().equals("STATUS")
            ? CisFacet.Detail.STATUS
            : CisFacet.Detail.CHECK_ID,
        input.sortOrder());
  }
}
