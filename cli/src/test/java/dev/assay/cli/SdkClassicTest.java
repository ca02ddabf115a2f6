package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.inspector.InspectorClient;
import software.amazon.awssdk.services.inspector.model.AccessDeniedException;
import software.amazon.awssdk.services.inspector.model.AssessmentRun;
import software.amazon.awssdk.services.inspector.model.AssessmentRunState;
import software.amazon.awssdk.services.inspector.model.Finding;
import software.amazon.awssdk.services.inspector.model.GetAssessmentReportResponse;
import software.amazon.awssdk.services.inspector.model.InvalidInputErrorCode;
import software.amazon.awssdk.services.inspector.model.InvalidInputException;
import software.amazon.awssdk.services.inspector.model.ListFindingsResponse;
import software.amazon.awssdk.services.inspector.model.NoSuchEntityErrorCode;
import software.amazon.awssdk.services.inspector.model.NoSuchEntityException;
import software.amazon.awssdk.services.inspector.model.ReportFileFormat;
import software.amazon.awssdk.services.inspector.model.ReportStatus;
import software.amazon.awssdk.services.inspector.model.ReportType;
import software.amazon.awssdk.services.inspector.model.ResourceGroupTag;

/// Inspector Classic's story, told by the AWS SDK for Java to a real process.
final class SdkClassicTest {
  private static final InspectorClient CLIENT = SdkClients.shared().classic();
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String NOWHERE =
      "arn:aws:inspector:eu-central-1:000000000000:target/0-nowhere0/template/0-nowhere0";

  @AfterAll
  static void close() {
    CLIENT.close();
  }

  @Test
  void a_run_is_made_ends_and_is_reported() throws Exception {
    String template = template("story", target("story", "env", "prod"));
    String arn =
        CLIENT
            .startAssessmentRun(
                run -> run.assessmentTemplateArn(template).assessmentRunName("first"))
            .assessmentRunArn();
    AssessmentRun run = ended(arn);

    // The starter set does not judge every vulnerability, which an exclusion says.
    assertThat(run.state()).isEqualTo(AssessmentRunState.COMPLETED_WITH_ERRORS);
    assertThat(run.name()).isEqualTo("first");
    assertThat(run.dataCollected()).isTrue();
    assertThat(run.stateChanges()).extracting(change -> change.state()).doesNotHaveDuplicates();
    List<Finding> findings = findings(arn);
    assertThat(findings)
        .hasSizeGreaterThan(10)
        .allSatisfy(
            finding -> {
              assertThat(finding.assetAttributes().agentId()).isEqualTo("web-1");
              assertThat(finding.serviceAttributes().assessmentRunArn()).isEqualTo(arn);
              assertThat(finding.id()).startsWith("CVE-");
            });
    assertThat(run.findingCounts().values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(findings.size());
    assertThat(exclusions(arn)).anyMatch(text -> text.contains("starter set"));

    assertThat(new String(report(arn, ReportFileFormat.HTML), StandardCharsets.UTF_8))
        .contains("<html", findings.getFirst().id());
    assertThat(new String(report(arn, ReportFileFormat.PDF), StandardCharsets.ISO_8859_1))
        .startsWith("%PDF");
  }

  @Test
  void every_page_of_a_list_comes_once() {
    String arn = startedRun("pages");
    ended(arn);
    List<String> once =
        CLIENT.listFindings(ask -> ask.assessmentRunArns(arn).maxResults(500)).findingArns();
    List<String> paged =
        CLIENT.listFindingsPaginator(ask -> ask.assessmentRunArns(arn).maxResults(7)).stream()
            .flatMap(page -> page.findingArns().stream())
            .toList();
    assertThat(once).hasSizeGreaterThan(14);
    assertThat(paged).containsExactlyElementsOf(once);
  }

  @Test
  void what_the_model_forbids_is_an_invalid_input_with_its_code() {
    String target = target("short", "env", "prod");
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(
            () ->
                CLIENT.createAssessmentTemplate(
                    template ->
                        template
                            .assessmentTargetArn(target)
                            .assessmentTemplateName("short")
                            .durationInSeconds(179)
                            .rulesPackageArns(vulnerabilities())))
        .satisfies(
            wrong -> {
              assertThat(wrong.inspectorErrorCode())
                  .isEqualTo(InvalidInputErrorCode.INVALID_ASSESSMENT_TEMPLATE_DURATION);
              assertThat(wrong.canRetry()).isFalse();
              assertThat(wrong.statusCode()).isEqualTo(400);
              assertThat(wrong.requestId()).isNotEmpty();
            });
  }

  @Test
  void what_does_not_exist_and_what_is_another_s_are_told_apart() {
    assertThatExceptionOfType(NoSuchEntityException.class)
        .isThrownBy(() -> CLIENT.startAssessmentRun(run -> run.assessmentTemplateArn(NOWHERE)))
        .satisfies(
            missing ->
                assertThat(missing.inspectorErrorCode())
                    .isEqualTo(NoSuchEntityErrorCode.ASSESSMENT_TEMPLATE_DOES_NOT_EXIST));
    assertThatExceptionOfType(AccessDeniedException.class)
        .isThrownBy(
            () ->
                CLIENT.startAssessmentRun(
                    run ->
                        run.assessmentTemplateArn(
                            NOWHERE.replace("000000000000", "999999999999"))));
  }

  private static String startedRun(String name) {
    String template = template(name, target(name, "env", "prod"));
    return CLIENT.startAssessmentRun(run -> run.assessmentTemplateArn(template)).assessmentRunArn();
  }

  private static String target(String name, String key, String value) {
    String group =
        CLIENT
            .createResourceGroup(
                made ->
                    made.resourceGroupTags(
                        ResourceGroupTag.builder().key(key).value(value).build()))
            .resourceGroupArn();
    return CLIENT
        .createAssessmentTarget(target -> target.assessmentTargetName(name).resourceGroupArn(group))
        .assessmentTargetArn();
  }

  private static String template(String name, String target) {
    return CLIENT
        .createAssessmentTemplate(
            template ->
                template
                    .assessmentTargetArn(target)
                    .assessmentTemplateName(name)
                    .durationInSeconds(180)
                    .rulesPackageArns(vulnerabilities()))
        .assessmentTemplateArn();
  }

  private static String vulnerabilities() {
    return CLIENT.listRulesPackages(ask -> {}).rulesPackageArns().stream()
        .filter(arn -> arn.endsWith("gEjTy7T7"))
        .findAny()
        .orElseThrow();
  }

  private static AssessmentRun ended(String arn) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (true) {
      AssessmentRun run =
          CLIENT.describeAssessmentRuns(ask -> ask.assessmentRunArns(arn)).assessmentRuns().get(0);
      if (run.completedAt() != null) {
        return run;
      }
      assertThat(Instant.now()).as("the run is %s still", run.stateAsString()).isBefore(deadline);
      pause();
    }
  }

  private static List<Finding> findings(String run) {
    return CLIENT.listFindingsPaginator(ask -> ask.assessmentRunArns(run).maxResults(10)).stream()
        .map(ListFindingsResponse::findingArns)
        .flatMap(arns -> described(arns).stream())
        .toList();
  }

  private static List<Finding> described(List<String> arns) {
    List<Finding> described = CLIENT.describeFindings(ask -> ask.findingArns(arns)).findings();
    assertThat(described).extracting(Finding::arn).containsExactlyInAnyOrderElementsOf(arns);
    return described;
  }

  private static List<String> exclusions(String run) {
    List<String> arns = CLIENT.listExclusions(ask -> ask.assessmentRunArn(run)).exclusionArns();
    return CLIENT.describeExclusions(ask -> ask.exclusionArns(arns)).exclusions().values().stream()
        .map(exclusion -> exclusion.description())
        .toList();
  }

  private static byte[] report(String run, ReportFileFormat format)
      throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    GetAssessmentReportResponse answer;
    do {
      pause();
      answer =
          CLIENT.getAssessmentReport(
              ask ->
                  ask.assessmentRunArn(run).reportFileFormat(format).reportType(ReportType.FULL));
    } while (answer.status() == ReportStatus.WORK_IN_PROGRESS && Instant.now().isBefore(deadline));
    assertThat(answer.status()).isEqualTo(ReportStatus.COMPLETED);
    try (HttpClient browser = HttpClient.newHttpClient()) {
      return browser
          .send(
              HttpRequest.newBuilder(URI.create(answer.url())).build(),
              HttpResponse.BodyHandlers.ofByteArray())
          .body();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
