package dev.assay.inspector.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.assessment.classic.rulespackage.RulesPackage;
import dev.assay.awsapi.inspector.AssessmentTemplateFilter;
import dev.assay.awsapi.inspector.CreateExclusionsPreviewRequest;
import dev.assay.awsapi.inspector.DeleteAssessmentTemplateRequest;
import dev.assay.awsapi.inspector.DescribeAssessmentTemplatesRequest;
import dev.assay.awsapi.inspector.DescribeRulesPackagesRequest;
import dev.assay.awsapi.inspector.GetExclusionsPreviewRequest;
import dev.assay.awsapi.inspector.GetExclusionsPreviewResponse;
import dev.assay.awsapi.inspector.InspectorEvent;
import dev.assay.awsapi.inspector.InvalidInputErrorCode;
import dev.assay.awsapi.inspector.ListAssessmentTemplatesRequest;
import dev.assay.awsapi.inspector.ListEventSubscriptionsRequest;
import dev.assay.awsapi.inspector.ListRulesPackagesRequest;
import dev.assay.awsapi.inspector.ListTagsForResourceRequest;
import dev.assay.awsapi.inspector.PreviewGenerationInProgressException;
import dev.assay.awsapi.inspector.PreviewStatus;
import dev.assay.awsapi.inspector.SetTagsForResourceRequest;
import dev.assay.awsapi.inspector.SubscribeToEventRequest;
import dev.assay.awsapi.inspector.Tag;
import dev.assay.awsapi.inspector.UnsubscribeFromEventRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Templates, their topics, and what a run of one would leave out.
final class TemplateOperationsTest extends TwoNodes {
  private static final String TOPIC = "arn:aws:sns:eu-central-1:111111111111:findings";

  @Test
  void templates_are_created_listed_tagged_and_deleted() {
    String target = target("t", null);
    String template = template(target, "first", RulesPackage.VULNERABILITIES);
    template(target, "second", RulesPackage.CIS_BENCHMARKS);
    assertThat(refused(() -> template(target, "first")))
        .isEqualTo(InvalidInputErrorCode.ASSESSMENT_TEMPLATE_NAME_ALREADY_TAKEN);
    assertThat(
            read.templates()
                .listAssessmentTemplates(
                    ADA,
                    ListAssessmentTemplatesRequest.builder()
                        .assessmentTargetArns(List.of(target))
                        .filter(
                            AssessmentTemplateFilter.builder()
                                .rulesPackageArns(List.of(rules(RulesPackage.VULNERABILITIES)))
                                .build())
                        .build())
                .assessmentTemplateArns())
        .containsExactly(template);
    write
        .tags()
        .setTagsForResource(
            ADA,
            SetTagsForResourceRequest.builder()
                .resourceArn(template)
                .tags(List.of(Tag.builder().key("k").value("v").build()))
                .build());
    assertThat(
            read.tags()
                .listTagsForResource(ADA, new ListTagsForResourceRequest(template))
                .tags()
                .getFirst()
                .value())
        .isEqualTo("v");
    write.templates().deleteAssessmentTemplate(ADA, new DeleteAssessmentTemplateRequest(template));
    assertThat(
            read.templates()
                .describeAssessmentTemplates(
                    ADA, new DescribeAssessmentTemplatesRequest(List.of(template)))
                .failedItems())
        .containsKey(template);
  }

  @Test
  void topics_are_subscribed_and_unsubscribed() {
    String template = template(target("t", null), "t");
    write
        .subscriptions()
        .subscribeToEvent(
            ADA, new SubscribeToEventRequest(template, InspectorEvent.FINDING_REPORTED, TOPIC));
    assertThat(subscriptions()).isEqualTo(1);
    write
        .subscriptions()
        .unsubscribeFromEvent(
            ADA, new UnsubscribeFromEventRequest(template, InspectorEvent.FINDING_REPORTED, TOPIC));
    assertThat(subscriptions()).isZero();
  }

  @Test
  void a_preview_tells_what_a_run_would_leave_out() {
    writer.discover(TENANT, "dark");
    String template = template(target("t", null), "t", RulesPackage.RUNTIME_BEHAVIOUR);
    String token = preview(template);
    assertThatExceptionOfType(PreviewGenerationInProgressException.class)
        .isThrownBy(() -> preview(template));
    assertThat(previewed(template, token).previewStatus())
        .isEqualTo(PreviewStatus.WORK_IN_PROGRESS);
    reader.workUntilIdle();
    assertThat(previewed(template, token).exclusionPreviews())
        .extracting(exclusion -> exclusion.title())
        .containsExactlyInAnyOrder("Agent not found", "Deprecated rules package");
  }

  @Test
  void the_five_rules_packages_have_their_fixed_names_in_the_callers_region() {
    List<String> arns =
        read.rulesPackages()
            .listRulesPackages(ADA, ListRulesPackagesRequest.builder().build())
            .rulesPackageArns();
    assertThat(arns)
        .containsExactly(
            "arn:aws:inspector:eu-central-1:316112463485:rulespackage/0-gEjTy7T7",
            "arn:aws:inspector:eu-central-1:316112463485:rulespackage/0-rExsr2X8",
            "arn:aws:inspector:eu-central-1:316112463485:rulespackage/0-PmNV0Tcd",
            "arn:aws:inspector:eu-central-1:316112463485:rulespackage/0-R01qwB5Q",
            "arn:aws:inspector:eu-central-1:316112463485:rulespackage/0-gBONHN9h");
    assertThat(
            read.rulesPackages()
                .describeRulesPackages(
                    ADA, DescribeRulesPackagesRequest.builder().rulesPackageArns(arns).build())
                .rulesPackages())
        .hasSize(5);
  }

  private int subscriptions() {
    return read.subscriptions()
        .listEventSubscriptions(ADA, ListEventSubscriptionsRequest.builder().build())
        .subscriptions()
        .size();
  }

  private String preview(String template) {
    return write
        .exclusions()
        .createExclusionsPreview(ADA, new CreateExclusionsPreviewRequest(template))
        .previewToken();
  }

  private GetExclusionsPreviewResponse previewed(String template, String token) {
    return read.exclusions()
        .getExclusionsPreview(
            ADA,
            GetExclusionsPreviewRequest.builder()
                .assessmentTemplateArn(template)
                .previewToken(token)
                .build());
  }
}
