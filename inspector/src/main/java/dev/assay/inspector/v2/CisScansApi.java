package dev.assay.inspector.v2;

import dev.assay.assessment.cis.CheckResult;
import dev.assay.assessment.cis.CisSession;
import dev.assay.assessment.cis.CisSessionStore;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.awsapi.inspector2.CisFindingStatus;
import dev.assay.awsapi.inspector2.CisScanResultDetails;
import dev.assay.awsapi.inspector2.CisScansOperations;
import dev.assay.awsapi.inspector2.CreateCisScanConfigurationRequest;
import dev.assay.awsapi.inspector2.CreateCisScanConfigurationResponse;
import dev.assay.awsapi.inspector2.DeleteCisScanConfigurationRequest;
import dev.assay.awsapi.inspector2.DeleteCisScanConfigurationResponse;
import dev.assay.awsapi.inspector2.GetCisScanReportRequest;
import dev.assay.awsapi.inspector2.GetCisScanReportResponse;
import dev.assay.awsapi.inspector2.GetCisScanResultDetailsRequest;
import dev.assay.awsapi.inspector2.GetCisScanResultDetailsResponse;
import dev.assay.awsapi.inspector2.ListCisScanConfigurationsRequest;
import dev.assay.awsapi.inspector2.ListCisScanConfigurationsResponse;
import dev.assay.awsapi.inspector2.ListCisScanResultsAggregatedByChecksRequest;
import dev.assay.awsapi.inspector2.ListCisScanResultsAggregatedByChecksResponse;
import dev.assay.awsapi.inspector2.ListCisScanResultsAggregatedByTargetResourceRequest;
import dev.assay.awsapi.inspector2.ListCisScanResultsAggregatedByTargetResourceResponse;
import dev.assay.awsapi.inspector2.ListCisScansRequest;
import dev.assay.awsapi.inspector2.ListCisScansResponse;
import dev.assay.awsapi.inspector2.ResourceNotFoundException;
import dev.assay.awsapi.inspector2.UpdateCisScanConfigurationRequest;
import dev.assay.awsapi.inspector2.UpdateCisScanConfigurationResponse;
import dev.assay.awsapi.value.Caller;
import dev.assay.inspector.NotBuilt;
import dev.assay.inspector.Tenants;
import java.util.List;
import java.util.Optional;

/// What agents' benchmark sessions found. Scans that the service itself plans are not built yet:
/// their operations say so.
public final class CisScansApi implements CisScansOperations {
  private static final int PAGE = 100;

  private final Transactions transactions;
  private final CisSessionStore sessions;

  public CisScansApi(Transactions transactions, CisSessionStore sessions) {
    this.transactions = transactions;
    this.sessions = sessions;
  }

  /// A session's results are those of the scan `…:owner/ACCOUNT/cis-scan/JOB`, its target being the
  /// agent that started it. The order is that of the checks' ids; other orders and criteria are
  /// refused, so that no answer looks filtered and is not.
  @Override
  public GetCisScanResultDetailsResponse getCisScanResultDetails(
      Caller caller, GetCisScanResultDetailsRequest input) {
    if (input.filterCriteria() != null || input.sortBy() != null || input.sortOrder() != null) {
      throw Problems.invalid("filterCriteria", "results are given whole and by check id as yet");
    }
    Tenant tenant = Tenants.of(caller);
    String job = input.scanArn().substring(input.scanArn().lastIndexOf('/') + 1);
    int size = Optional.ofNullable(input.maxResults()).orElse(PAGE);
    Optional<String> after = Optional.ofNullable(input.nextToken()).filter(t -> !t.isEmpty());
    List<CheckResult> results =
        transactions.read(
            reading -> {
              CisSession session =
                  sessions
                      .find(reading, tenant, job)
                      .filter(known -> arn(known).equals(input.scanArn()))
                      .filter(known -> tenant.account().value().equals(input.accountId()))
                      .filter(known -> known.agent().equals(input.targetResourceId()))
                      .orElseThrow(
                          () -> new ResourceNotFoundException("There is no such scan result."));
              return sessions.results(reading, tenant, session.job(), after, size + 1);
            });
    return GetCisScanResultDetailsResponse.builder()
        .scanResultDetails(
            results.stream().limit(size).map(result -> details(input, result)).toList())
        .nextToken(results.size() > size ? results.get(size - 1).rule() : null)
        .build();
  }

  @Override
  public CreateCisScanConfigurationResponse createCisScanConfiguration(
      Caller caller, CreateCisScanConfigurationRequest input) {
    throw NotBuilt.refused("createCisScanConfiguration");
  }

  @Override
  public UpdateCisScanConfigurationResponse updateCisScanConfiguration(
      Caller caller, UpdateCisScanConfigurationRequest input) {
    throw NotBuilt.refused("updateCisScanConfiguration");
  }

  @Override
  public DeleteCisScanConfigurationResponse deleteCisScanConfiguration(
      Caller caller, DeleteCisScanConfigurationRequest input) {
    throw NotBuilt.refused("deleteCisScanConfiguration");
  }

  @Override
  public ListCisScanConfigurationsResponse listCisScanConfigurations(
      Caller caller, ListCisScanConfigurationsRequest input) {
    throw NotBuilt.refused("listCisScanConfigurations");
  }

  @Override
  public ListCisScansResponse listCisScans(Caller caller, ListCisScansRequest input) {
    throw NotBuilt.refused("listCisScans");
  }

  @Override
  public GetCisScanReportResponse getCisScanReport(Caller caller, GetCisScanReportRequest input) {
    throw NotBuilt.refused("getCisScanReport");
  }

  @Override
  public ListCisScanResultsAggregatedByChecksResponse listCisScanResultsAggregatedByChecks(
      Caller caller, ListCisScanResultsAggregatedByChecksRequest input) {
    throw NotBuilt.refused("listCisScanResultsAggregatedByChecks");
  }

  @Override
  public ListCisScanResultsAggregatedByTargetResourceResponse
      listCisScanResultsAggregatedByTargetResource(
          Caller caller, ListCisScanResultsAggregatedByTargetResourceRequest input) {
    throw NotBuilt.refused("listCisScanResultsAggregatedByTargetResource");
  }

  private static String arn(CisSession session) {
    Tenant tenant = session.tenant();
    return tenant.arn("inspector2", "owner/" + tenant.account() + "/cis-scan/" + session.job());
  }

  /// What is neither passed nor failed was skipped: the agent's own word is given as the reason.
  private static CisScanResultDetails details(
      GetCisScanResultDetailsRequest asked, CheckResult result) {
    return CisScanResultDetails.builder()
        .scanArn(asked.scanArn())
        .accountId(asked.accountId())
        .targetResourceId(asked.targetResourceId())
        .checkId(result.rule())
        .status(
            switch (result.status()) {
              case "PASSED" -> CisFindingStatus.PASSED;
              case "FAILED" -> CisFindingStatus.FAILED;
              default -> CisFindingStatus.SKIPPED;
            })
        .statusReason(result.status())
        .build();
  }
}
