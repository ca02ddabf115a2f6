package dev.assay.inspector.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.assessment.classic.rulespackage.RulesPackage;
import dev.assay.awsapi.inspector.AccessDeniedException;
import dev.assay.awsapi.inspector.AddAttributesToFindingsRequest;
import dev.assay.awsapi.inspector.AssessmentRunState;
import dev.assay.awsapi.inspector.Attribute;
import dev.assay.awsapi.inspector.CreateAssessmentTemplateRequest;
import dev.assay.awsapi.inspector.CreateExclusionsPreviewRequest;
import dev.assay.awsapi.inspector.DeleteAssessmentRunRequest;
import dev.assay.awsapi.inspector.DeleteAssessmentTargetRequest;
import dev.assay.awsapi.inspector.DeleteAssessmentTemplateRequest;
import dev.assay.awsapi.inspector.GetAssessmentReportRequest;
import dev.assay.awsapi.inspector.GetTelemetryMetadataRequest;
import dev.assay.awsapi.inspector.InspectorEvent;
import dev.assay.awsapi.inspector.ListAssessmentRunAgentsRequest;
import dev.assay.awsapi.inspector.ListAssessmentTargetsRequest;
import dev.assay.awsapi.inspector.ListExclusionsRequest;
import dev.assay.awsapi.inspector.ListFindingsRequest;
import dev.assay.awsapi.inspector.ListTagsForResourceRequest;
import dev.assay.awsapi.inspector.PreviewAgentsRequest;
import dev.assay.awsapi.inspector.RegisterCrossAccountAccessRoleRequest;
import dev.assay.awsapi.inspector.ReportFileFormat;
import dev.assay.awsapi.inspector.ReportType;
import dev.assay.awsapi.inspector.SetTagsForResourceRequest;
import dev.assay.awsapi.inspector.StartAssessmentRunRequest;
import dev.assay.awsapi.inspector.StopAssessmentRunRequest;
import dev.assay.awsapi.inspector.SubscribeToEventRequest;
import dev.assay.awsapi.inspector.UnsubscribeFromEventRequest;
import dev.assay.awsapi.inspector.UpdateAssessmentTargetRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Who has no part in an account.
final class StrangerTest extends TwoNodes {
  private static final String TOPIC = "arn:aws:sns:eu-central-1:111111111111:findings";

  @Test
  void a_role_is_registered_and_not_called_valid() {
    assertThat(read.roles().describeCrossAccountAccessRole(ADA).roleArn()).isEmpty();
    String role = "arn:aws:iam::111111111111:role/inspector";
    write
        .roles()
        .registerCrossAccountAccessRole(ADA, new RegisterCrossAccountAccessRoleRequest(role));
    var described = read.roles().describeCrossAccountAccessRole(ADA);
    assertThat(described.roleArn()).isEqualTo(role);
    assertThat(described.valid()).isFalse();
    assertThat(read.roles().describeCrossAccountAccessRole(EVE).roleArn()).isEmpty();
  }

  @Test
  void a_stranger_sees_and_changes_nothing() {
    host("web", Map.of(), "CVE-2024-1");
    String run = finishedRun(RulesPackage.VULNERABILITIES);
    String template = run.substring(0, run.indexOf("/run/"));
    String target = template.substring(0, template.indexOf("/template/"));
    Stream.<Runnable>of(
            () ->
                write
                    .targets()
                    .deleteAssessmentTarget(EVE, new DeleteAssessmentTargetRequest(target)),
            () ->
                write
                    .targets()
                    .updateAssessmentTarget(
                        EVE,
                        UpdateAssessmentTargetRequest.builder()
                            .assessmentTargetArn(target)
                            .assessmentTargetName("x")
                            .build()),
            () ->
                write
                    .templates()
                    .createAssessmentTemplate(
                        EVE,
                        CreateAssessmentTemplateRequest.builder()
                            .assessmentTargetArn(target)
                            .assessmentTemplateName("x")
                            .durationInSeconds(180)
                            .rulesPackageArns(List.of())
                            .build()),
            () ->
                write
                    .templates()
                    .deleteAssessmentTemplate(EVE, new DeleteAssessmentTemplateRequest(template)),
            () ->
                write
                    .runs()
                    .startAssessmentRun(
                        EVE,
                        StartAssessmentRunRequest.builder()
                            .assessmentTemplateArn(template)
                            .build()),
            () ->
                write
                    .runs()
                    .stopAssessmentRun(
                        EVE, StopAssessmentRunRequest.builder().assessmentRunArn(run).build()),
            () -> write.runs().deleteAssessmentRun(EVE, new DeleteAssessmentRunRequest(run)),
            () ->
                write
                    .exclusions()
                    .createExclusionsPreview(EVE, new CreateExclusionsPreviewRequest(template)),
            () ->
                read.exclusions()
                    .listExclusions(
                        EVE, ListExclusionsRequest.builder().assessmentRunArn(run).build()),
            () ->
                read.agents()
                    .previewAgents(
                        EVE, PreviewAgentsRequest.builder().previewAgentsArn(target).build()),
            () ->
                read.agents()
                    .listAssessmentRunAgents(
                        EVE,
                        ListAssessmentRunAgentsRequest.builder().assessmentRunArn(run).build()),
            () -> read.agents().getTelemetryMetadata(EVE, new GetTelemetryMetadataRequest(run)),
            () -> read.tags().listTagsForResource(EVE, new ListTagsForResourceRequest(template)),
            () ->
                write
                    .tags()
                    .setTagsForResource(
                        EVE, SetTagsForResourceRequest.builder().resourceArn(template).build()),
            () ->
                write
                    .subscriptions()
                    .subscribeToEvent(
                        EVE, new SubscribeToEventRequest(template, InspectorEvent.OTHER, TOPIC)),
            () ->
                write
                    .subscriptions()
                    .unsubscribeFromEvent(
                        EVE,
                        new UnsubscribeFromEventRequest(template, InspectorEvent.OTHER, TOPIC)),
            () ->
                write
                    .reports()
                    .getAssessmentReport(
                        EVE,
                        new GetAssessmentReportRequest(
                            run, ReportFileFormat.HTML, ReportType.FULL)))
        .forEach(
            call -> assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(call::run));
    assertThat(
            read.findings().listFindings(EVE, ListFindingsRequest.builder().build()).findingArns())
        .isEmpty();
    assertThat(
            read.targets()
                .listAssessmentTargets(EVE, ListAssessmentTargetsRequest.builder().build())
                .assessmentTargetArns())
        .isEmpty();
    assertThat(
            write
                .findings()
                .addAttributesToFindings(
                    EVE,
                    new AddAttributesToFindingsRequest(
                        findings(null), List.of(Attribute.builder().key("k").build())))
                .failedItems())
        .hasSize(1);
    assertThat(describe(run).state()).isEqualTo(AssessmentRunState.COMPLETED);
  }
}
