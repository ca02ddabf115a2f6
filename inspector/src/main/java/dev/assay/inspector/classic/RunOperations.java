package dev.assay.inspector.classic;

import dev.assay.assessment.classic.ClassicRefusal.InvalidInput;
import dev.assay.assessment.classic.Described;
import dev.assay.assessment.classic.DurationRange;
import dev.assay.assessment.classic.Invalid;
import dev.assay.assessment.classic.TimeRange;
import dev.assay.assessment.classic.run.DescribedRun;
import dev.assay.assessment.classic.run.RunFilter;
import dev.assay.assessment.classic.run.RunQueries;
import dev.assay.assessment.classic.run.RunState;
import dev.assay.assessment.classic.run.Runs;
import dev.assay.assessment.query.Page;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.awsapi.inspector.AssessmentRunFilter;
import dev.assay.awsapi.inspector.AssessmentRunState;
import dev.assay.awsapi.inspector.AssessmentRunsOperations;
import dev.assay.awsapi.inspector.DeleteAssessmentRunRequest;
import dev.assay.awsapi.inspector.DescribeAssessmentRunsRequest;
import dev.assay.awsapi.inspector.DescribeAssessmentRunsResponse;
import dev.assay.awsapi.inspector.ListAssessmentRunsRequest;
import dev.assay.awsapi.inspector.ListAssessmentRunsResponse;
import dev.assay.awsapi.inspector.StartAssessmentRunRequest;
import dev.assay.awsapi.inspector.StartAssessmentRunResponse;
import dev.assay.awsapi.inspector.StopAction;
import dev.assay.awsapi.inspector.StopAssessmentRunRequest;
import dev.assay.awsapi.value.Caller;
import java.util.List;

/// Assessment runs.
final class RunOperations implements AssessmentRunsOperations {
  private final Runs runs;
  private final RunQueries queries;

  RunOperations(Runs runs, RunQueries queries) {
    this.runs = runs;
    this.queries = queries;
  }

  @Override
  public StartAssessmentRunResponse startAssessmentRun(
      Caller caller, StartAssessmentRunRequest input) {
    return Refusals.translated(
        () ->
            new StartAssessmentRunResponse(
                runs.start(
                        Wire.tenant(caller),
                        input.assessmentTemplateArn(),
                        input.assessmentRunName())
                    .toString()));
  }

  /// What is evaluated is evaluated unless the caller says that it is to be skipped.
  @Override
  public void stopAssessmentRun(Caller caller, StopAssessmentRunRequest input) {
    Tenant tenant = Wire.tenant(caller);
    Refusals.translated(
        () -> {
          if (StopAction.SKIP_EVALUATION.equals(input.stopAction())) {
            runs.cancel(tenant, input.assessmentRunArn());
          } else {
            runs.stop(tenant, input.assessmentRunArn());
          }
        });
  }

  @Override
  public void deleteAssessmentRun(Caller caller, DeleteAssessmentRunRequest input) {
    Refusals.translated(() -> runs.delete(Wire.tenant(caller), input.assessmentRunArn()));
  }

  @Override
  public DescribeAssessmentRunsResponse describeAssessmentRuns(
      Caller caller, DescribeAssessmentRunsRequest input) {
    Tenant tenant = Wire.tenant(caller);
    Described<DescribedRun> found =
        Refusals.translated(() -> queries.describe(tenant, input.assessmentRunArns()));
    return new DescribeAssessmentRunsResponse(
        found.items().stream().map(run -> WireRun.of(run, tenant)).toList(),
        Wire.failed(found.failed()));
  }

  @Override
  public ListAssessmentRunsResponse listAssessmentRuns(
      Caller caller, ListAssessmentRunsRequest input) {
    Tenant tenant = Wire.tenant(caller);
    Page<String> page =
        Refusals.translated(
            () ->
                queries.list(tenant, filter(input, tenant), input.maxResults(), input.nextToken()));
    return ListAssessmentRunsResponse.builder()
        .assessmentRunArns(page.items())
        .nextToken(page.next().orElse(null))
        .build();
  }

  private static RunFilter filter(ListAssessmentRunsRequest input, Tenant tenant) {
    List<String> templates = Wire.listed(input.assessmentTemplateArns());
    AssessmentRunFilter filter = input.filter();
    return filter == null
        ? new RunFilter(
            templates,
            null,
            List.of(),
            DurationRange.ANY,
            List.of(),
            TimeRange.ALWAYS,
            TimeRange.ALWAYS,
            TimeRange.ALWAYS)
        : new RunFilter(
            templates,
            Wire.pattern(filter.namePattern()),
            Wire.listed(filter.states()).stream().map(RunOperations::state).toList(),
            Wire.range(filter.durationRange()),
            Wire.rulesPackages(filter.rulesPackageArns(), tenant),
            Wire.range(filter.startTimeRange()),
            Wire.range(filter.completionTimeRange()),
            Wire.range(filter.stateChangeTimeRange()));
  }

  private static RunState state(AssessmentRunState state) {
    try {
      return RunState.valueOf(state.value());
    } catch (IllegalArgumentException unknown) {
      throw new InvalidInput(
          Invalid.INVALID_ASSESSMENT_RUN_STATE, "Not a state of a run: " + state.value());
    }
  }
}
