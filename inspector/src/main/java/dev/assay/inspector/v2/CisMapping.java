package dev.assay.inspector.v2;

import dev.assay.assessment.cis.CheckAggregation;
import dev.assay.assessment.cis.CheckResult;
import dev.assay.assessment.cis.CisConfiguration;
import dev.assay.assessment.cis.CisLevel;
import dev.assay.assessment.cis.CisScan;
import dev.assay.assessment.cis.CisTarget;
import dev.assay.assessment.cis.ScanSummary;
import dev.assay.assessment.cis.TargetSummary;
import dev.assay.assessment.tenant.AccountId;
import dev.assay.awsapi.inspector2.CisCheckAggregation;
import dev.assay.awsapi.inspector2.CisFindingStatus;
import dev.assay.awsapi.inspector2.CisScanConfiguration;
import dev.assay.awsapi.inspector2.CisScanResultDetails;
import dev.assay.awsapi.inspector2.CisScanStatus;
import dev.assay.awsapi.inspector2.CisSecurityLevel;
import dev.assay.awsapi.inspector2.CisTargetResourceAggregation;
import dev.assay.awsapi.inspector2.CisTargetStatus;
import dev.assay.awsapi.inspector2.CisTargetStatusReason;
import dev.assay.awsapi.inspector2.CisTargets;
import dev.assay.awsapi.inspector2.StatusCounts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Scans, and what came of them, in the model's words.
final class CisMapping {
  private CisMapping() {}

  /// A configuration.
  ///
  /// @param accounts whom it means at this moment
  static CisScanConfiguration configuration(
      CisConfiguration configuration, List<AccountId> accounts) {
    return CisScanConfiguration.builder()
        .scanConfigurationArn(configuration.arn())
        .ownerId(configuration.tenant().account().value())
        .scanName(configuration.name())
        .securityLevel(level(configuration.level()))
        .schedule(CisScheduleMapping.model(configuration.schedule()))
        .targets(targets(accounts, configuration.targets().tags()))
        .tags(configuration.tags())
        .build();
  }

  private static CisTargets targets(List<AccountId> accounts, Map<String, List<String>> tags) {
    CisTargets.Builder targets = CisTargets.builder().targetResourceTags(tags);
    return accounts.isEmpty()
        ? targets.build()
        : targets.accountIds(accounts.stream().map(AccountId::value).toList()).build();
  }

  /// A scan as an account sees it: its own whole, of another's only its own part.
  static dev.assay.awsapi.inspector2.CisScan scan(ScanSummary summary, AccountId viewer) {
    CisScan scan = summary.scan();
    boolean whole = scan.owner().account().equals(viewer);
    return dev.assay.awsapi.inspector2.CisScan.builder()
        .scanArn(scan.arn())
        .scanConfigurationArn(scan.configuration())
        .scanName(scan.name())
        .securityLevel(level(scan.level()))
        .status(CisScanStatus.of(scan.status().name()))
        .scanDate(scan.startedAt())
        .scheduledBy(scan.owner().account().value())
        .targets(targets(whole ? scan.accounts() : List.of(viewer), scan.tags()))
        .failedChecks(summary.counts().failed())
        .totalChecks(summary.counts().total())
        .build();
  }

  static CisCheckAggregation checks(CisScan scan, CheckAggregation checks) {
    return CisCheckAggregation.builder()
        .scanArn(scan.arn())
        .checkId(checks.rule())
        .title(checks.title())
        .checkDescription(checks.description())
        .level(levelOrNull(checks.level()))
        .platform(checks.platform())
        .accountId(checks.account())
        .statusCounts(counts(checks.counts()))
        .build();
  }

  static CisTargetResourceAggregation target(CisScan scan, TargetSummary summary) {
    CisTarget target = summary.target();
    return CisTargetResourceAggregation.builder()
        .scanArn(scan.arn())
        .accountId(target.tenant().account().value())
        .targetResourceId(target.resource())
        .targetResourceTags(tags(target.tags()))
        .platform(target.platform())
        .statusCounts(counts(summary.counts()))
        .targetStatus(
            switch (target.state()) {
              case WAITING -> null;
              case COMPLETED -> CisTargetStatus.COMPLETED;
              case TIMED_OUT -> CisTargetStatus.TIMED_OUT;
              case CANCELLED, UNSUPPORTED_OS -> CisTargetStatus.CANCELLED;
            })
        .targetStatusReason(
            switch (target.state()) {
              case WAITING -> CisTargetStatusReason.SCAN_IN_PROGRESS;
              case UNSUPPORTED_OS -> CisTargetStatusReason.UNSUPPORTED_OS;
              case COMPLETED, TIMED_OUT, CANCELLED -> null;
            })
        .build();
  }

  private static Map<String, List<String>> tags(Map<String, String> tags) {
    Map<String, List<String>> lists = new TreeMap<>();
    tags.forEach((key, value) -> lists.put(key, List.of(value)));
    return lists;
  }

  private static StatusCounts counts(dev.assay.assessment.cis.StatusCounts counts) {
    return StatusCounts.builder()
        .failed(counts.failed())
        .passed(counts.passed())
        .skipped(counts.skipped())
        .build();
  }

  /// A result; what is neither passed nor failed was skipped, with the agent's word as the reason.
  static CisScanResultDetails details(CisResultPlace place, CheckResult result) {
    CheckResult.About about = result.about();
    return CisScanResultDetails.builder()
        .scanArn(place.scanArn())
        .accountId(place.tenant().account().value())
        .targetResourceId(place.resource())
        .platform(place.platform())
        .checkId(result.rule())
        .title(about.title())
        .checkDescription(about.description())
        .remediation(about.remediation())
        .level(levelOrNull(about.level()))
        .status(CisFindingStatus.of(result.outcome()))
        .statusReason(result.statusReason())
        .findingArn(place.findings() + result.finding(place.job()))
        .build();
  }

  static CisSecurityLevel level(CisLevel level) {
    return CisSecurityLevel.of(level.name());
  }

  private static @Nullable CisSecurityLevel levelOrNull(@Nullable CisLevel level) {
    return level == null ? null : level(level);
  }
}
