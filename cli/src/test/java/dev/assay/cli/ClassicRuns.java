package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.inspector.InspectorClient;
import software.amazon.awssdk.services.inspector.model.AssessmentRun;
import software.amazon.awssdk.services.inspector.model.Finding;
import software.amazon.awssdk.services.inspector.model.ListFindingsResponse;

/// Assessment runs over every host, through AWS's SDK.
record ClassicRuns(InspectorClient classic) {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /// Runs a rules package to its end.
  ///
  /// @return the run's ARN
  String of(String name, String rulesPackage) {
    String target =
        classic
            .createAssessmentTarget(made -> made.assessmentTargetName(name))
            .assessmentTargetArn();
    String template =
        classic
            .createAssessmentTemplate(
                made ->
                    made.assessmentTargetArn(target)
                        .assessmentTemplateName(name)
                        .durationInSeconds(180)
                        .rulesPackageArns(rulesPackage))
            .assessmentTemplateArn();
    String arn =
        classic.startAssessmentRun(ask -> ask.assessmentTemplateArn(template)).assessmentRunArn();
    assertThat(ended(arn).stateAsString()).startsWith("COMPLETED");
    return arn;
  }

  private AssessmentRun ended(String arn) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (true) {
      AssessmentRun run =
          classic
              .describeAssessmentRuns(ask -> ask.assessmentRunArns(arn))
              .assessmentRuns()
              .getFirst();
      if (run.completedAt() != null) {
        return run;
      }
      assertThat(Instant.now()).as("the run is %s still", run.stateAsString()).isBefore(deadline);
      try {
        Thread.sleep(100);
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
    }
  }

  List<Finding> findings(String run) {
    List<Finding> all = new ArrayList<>();
    for (ListFindingsResponse page :
        classic.listFindingsPaginator(ask -> ask.assessmentRunArns(run).maxResults(10))) {
      if (page.hasFindingArns()) {
        all.addAll(classic.describeFindings(ask -> ask.findingArns(page.findingArns())).findings());
      }
    }
    return all;
  }

  /// Their titles.
  List<String> exclusions(String run) {
    List<String> arns = classic.listExclusions(ask -> ask.assessmentRunArn(run)).exclusionArns();
    return classic.describeExclusions(ask -> ask.exclusionArns(arns)).exclusions().values().stream()
        .map(exclusion -> exclusion.title())
        .toList();
  }
}
