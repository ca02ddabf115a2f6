package dev.assay.inspector.v2;

import dev.assay.assessment.cis.CisAccounts;
import dev.assay.assessment.cis.CisConfiguration;
import dev.assay.assessment.cis.CisConfigurationStore;
import dev.assay.assessment.cis.CisLevel;
import dev.assay.assessment.cis.CisPlan;
import dev.assay.assessment.cis.CisSchedule;
import dev.assay.assessment.cis.CisTargets;
import dev.assay.assessment.query.InvalidPageTokenException;
import dev.assay.assessment.query.Page;
import dev.assay.assessment.query.PageRequest;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.awsapi.inspector2.AccessDeniedException;
import dev.assay.awsapi.inspector2.CisScanConfiguration;
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
import dev.assay.awsapi.inspector2.UpdateCisTargets;
import dev.assay.awsapi.value.Caller;
import dev.assay.inspector.Tenants;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is scanned by benchmarks and when. What came of it is {@link CisResults}' to say.
public final class CisScansApi implements CisScansOperations {
  private final Transactions transactions;
  private final CisPlan plan;
  private final CisConfigurationStore configurations;
  private final CisAccounts accounts;
  private final CisResults results;

  public CisScansApi(
      Transactions transactions,
      CisPlan plan,
      CisConfigurationStore configurations,
      CisAccounts accounts,
      CisResults results) {
    this.transactions = transactions;
    this.plan = plan;
    this.configurations = configurations;
    this.accounts = accounts;
    this.results = results;
  }

  @Override
  public CreateCisScanConfigurationResponse createCisScanConfiguration(
      Caller caller, CreateCisScanConfigurationRequest input) {
    CisSchedule schedule = CisScheduleMapping.schedule(input.schedule());
    CisTargets targets =
        new CisTargets(input.targets().accountIds(), input.targets().targetResourceTags());
    Map<String, String> tags = Optional.ofNullable(input.tags()).orElse(Map.of());
    TagLimit.check(tags);
    String arn =
        transactions.write(
            writing -> {
              Tenant tenant = Tenants.of(caller);
              requireSeen(writing, tenant, targets);
              return plan.create(
                      writing,
                      tenant,
                      input.scanName(),
                      CisLevel.valueOf(input.securityLevel().value()),
                      schedule,
                      targets,
                      tags)
                  .arn();
            });
    return CreateCisScanConfigurationResponse.builder().scanConfigurationArn(arn).build();
  }

  @Override
  public UpdateCisScanConfigurationResponse updateCisScanConfiguration(
      Caller caller, UpdateCisScanConfigurationRequest input) {
    CisSchedule schedule =
        input.schedule() == null ? null : CisScheduleMapping.schedule(input.schedule());
    transactions.change(
        writing -> {
          CisConfiguration known = find(writing, caller, input.scanConfigurationArn());
          CisConfiguration changed = changed(known, input);
          requireSeen(writing, known.tenant(), changed.targets());
          plan.change(writing, changed, schedule);
        });
    return new UpdateCisScanConfigurationResponse(input.scanConfigurationArn());
  }

  private static CisConfiguration changed(
      CisConfiguration known, UpdateCisScanConfigurationRequest input) {
    CisConfiguration changed = known;
    if (input.scanName() != null) {
      changed = changed.named(input.scanName());
    }
    if (input.securityLevel() != null) {
      changed = changed.at(CisLevel.valueOf(input.securityLevel().value()));
    }
    UpdateCisTargets targets = input.targets();
    if (targets != null) {
      CisTargets before = known.targets();
      changed =
          changed.of(
              new CisTargets(
                  Optional.ofNullable(targets.accountIds()).orElse(before.accounts()),
                  Optional.ofNullable(targets.targetResourceTags()).orElse(before.tags())));
    }
    return changed;
  }

  /// Accounts that the caller does not see are refused, whether or not they exist.
  private void requireSeen(Reading reading, Tenant tenant, CisTargets targets) {
    List<String> strange = accounts.strange(reading, tenant, targets.accounts());
    if (!strange.isEmpty()) {
      throw new AccessDeniedException(
          "This account does not administer " + String.join(", ", strange) + ".");
    }
  }

  @Override
  public DeleteCisScanConfigurationResponse deleteCisScanConfiguration(
      Caller caller, DeleteCisScanConfigurationRequest input) {
    transactions.change(
        writing -> plan.delete(writing, find(writing, caller, input.scanConfigurationArn())));
    return new DeleteCisScanConfigurationResponse(input.scanConfigurationArn());
  }

  private CisConfiguration find(Reading reading, Caller caller, String arn) {
    return plan.find(reading, Tenants.of(caller), arn)
        .orElseThrow(
            () ->
                new ResourceNotFoundException(
                    "There is no scan configuration at " + arn + " in this account."));
  }

  @Override
  public ListCisScanConfigurationsResponse listCisScanConfigurations(
      Caller caller, ListCisScanConfigurationsRequest input) {
    Tenant tenant = Tenants.of(caller);
    PageRequest request = CisResults.request(input.maxResults(), input.nextToken());
    try {
      Page<CisScanConfiguration> page =
          transactions.read(
              reading ->
                  configurations
                      .list(reading, tenant, CisQuestions.of(input), request)
                      .map(
                          known ->
                              CisMapping.configuration(
                                  known,
                                  accounts.meant(reading, tenant, known.targets().accounts()))));
      return ListCisScanConfigurationsResponse.builder()
          .scanConfigurations(page.items())
          .nextToken(page.next().orElse(null))
          .build();
    } catch (InvalidPageTokenException invalid) {
      throw Problems.invalidToken();
    }
  }

  @Override
  public ListCisScansResponse listCisScans(Caller caller, ListCisScansRequest input) {
    return results.scans(Tenants.of(caller), input);
  }

  @Override
  public ListCisScanResultsAggregatedByChecksResponse listCisScanResultsAggregatedByChecks(
      Caller caller, ListCisScanResultsAggregatedByChecksRequest input) {
    return results.checks(Tenants.of(caller), input);
  }

  @Override
  public ListCisScanResultsAggregatedByTargetResourceResponse
      listCisScanResultsAggregatedByTargetResource(
          Caller caller, ListCisScanResultsAggregatedByTargetResourceRequest input) {
    return results.targets(Tenants.of(caller), input);
  }

  @Override
  public GetCisScanResultDetailsResponse getCisScanResultDetails(
      Caller caller, GetCisScanResultDetailsRequest input) {
    return results.details(Tenants.of(caller), input);
  }

  @Override
  public GetCisScanReportResponse getCisScanReport(Caller caller, GetCisScanReportRequest input) {
    return results.report(Tenants.of(caller), input);
  }
}
