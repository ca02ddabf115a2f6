package dev.assay.inspector.classic;

import dev.assay.assessment.classic.ClassicRefusal.InvalidInput;
import dev.assay.assessment.classic.Described;
import dev.assay.assessment.classic.Invalid;
import dev.assay.assessment.classic.TimeRange;
import dev.assay.assessment.classic.evaluation.ClassicSeverity;
import dev.assay.assessment.classic.finding.RunFinding;
import dev.assay.assessment.classic.finding.RunFindingFilter;
import dev.assay.assessment.classic.finding.RunFindings;
import dev.assay.assessment.query.Page;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.awsapi.inspector.AddAttributesToFindingsRequest;
import dev.assay.awsapi.inspector.AddAttributesToFindingsResponse;
import dev.assay.awsapi.inspector.DescribeFindingsRequest;
import dev.assay.awsapi.inspector.DescribeFindingsResponse;
import dev.assay.awsapi.inspector.FindingFilter;
import dev.assay.awsapi.inspector.FindingsOperations;
import dev.assay.awsapi.inspector.ListFindingsRequest;
import dev.assay.awsapi.inspector.ListFindingsResponse;
import dev.assay.awsapi.inspector.RemoveAttributesFromFindingsRequest;
import dev.assay.awsapi.inspector.RemoveAttributesFromFindingsResponse;
import dev.assay.awsapi.inspector.Severity;
import dev.assay.awsapi.value.Caller;
import java.util.List;

/// Findings of runs.
final class FindingOperations implements FindingsOperations {
  private final RunFindings findings;

  FindingOperations(RunFindings findings) {
    this.findings = findings;
  }

  @Override
  public ListFindingsResponse listFindings(Caller caller, ListFindingsRequest input) {
    Tenant tenant = Wire.tenant(caller);
    Page<String> page =
        Refusals.translated(
            () ->
                findings.list(
                    tenant, filter(input, tenant), input.maxResults(), input.nextToken()));
    return ListFindingsResponse.builder()
        .findingArns(page.items())
        .nextToken(page.next().orElse(null))
        .build();
  }

  private static RunFindingFilter filter(ListFindingsRequest input, Tenant tenant) {
    List<String> runs = Wire.listed(input.assessmentRunArns());
    FindingFilter filter = input.filter();
    return filter == null
        ? new RunFindingFilter(
            runs,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            TimeRange.ALWAYS)
        : new RunFindingFilter(
            runs,
            Wire.listed(filter.agentIds()),
            Wire.listed(filter.autoScalingGroups()),
            Wire.listed(filter.ruleNames()),
            Wire.listed(filter.severities()).stream().map(FindingOperations::severity).toList(),
            Wire.rulesPackages(filter.rulesPackageArns(), tenant),
            Wire.attributes(filter.attributes()),
            Wire.attributes(filter.userAttributes()),
            Wire.range(filter.creationTimeRange()));
  }

  private static ClassicSeverity severity(Severity severity) {
    return ClassicSeverity.named(severity.value())
        .orElseThrow(
            () ->
                new InvalidInput(Invalid.INVALID_SEVERITY, "Not a severity: " + severity.value()));
  }

  @Override
  public DescribeFindingsResponse describeFindings(Caller caller, DescribeFindingsRequest input) {
    Tenant tenant = Wire.tenant(caller);
    Described<RunFinding> found =
        Refusals.translated(
            () -> {
              Wire.require(input.locale());
              return findings.describe(tenant, input.findingArns());
            });
    return new DescribeFindingsResponse(
        found.items().stream().map(WireFinding::of).toList(), Wire.failed(found.failed()));
  }

  @Override
  public AddAttributesToFindingsResponse addAttributesToFindings(
      Caller caller, AddAttributesToFindingsRequest input) {
    return Refusals.translated(
        () ->
            new AddAttributesToFindingsResponse(
                Wire.failed(
                    findings.addAttributes(
                        Wire.tenant(caller),
                        input.findingArns(),
                        Wire.attributes(input.attributes())))));
  }

  @Override
  public RemoveAttributesFromFindingsResponse removeAttributesFromFindings(
      Caller caller, RemoveAttributesFromFindingsRequest input) {
    return Refusals.translated(
        () ->
            new RemoveAttributesFromFindingsResponse(
                Wire.failed(
                    findings.removeAttributes(
                        Wire.tenant(caller), input.findingArns(), input.attributeKeys()))));
  }
}
