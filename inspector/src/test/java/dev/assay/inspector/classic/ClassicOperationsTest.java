package dev.assay.inspector.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.ClassicLimits;
import dev.assay.assessment.classic.report.ReportKey;
import dev.assay.assessment.classic.rulespackage.RulesPackage;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.awsapi.inspector.AccessDeniedException;
import dev.assay.awsapi.inspector.AddAttributesToFindingsRequest;
import dev.assay.awsapi.inspector.AgentFilter;
import dev.assay.awsapi.inspector.AgentHealth;
import dev.assay.awsapi.inspector.AssessmentRun;
import dev.assay.awsapi.inspector.AssessmentRunFilter;
import dev.assay.awsapi.inspector.AssessmentRunState;
import dev.assay.awsapi.inspector.AssessmentTargetFilter;
import dev.assay.awsapi.inspector.AssessmentTemplateFilter;
import dev.assay.awsapi.inspector.Attribute;
import dev.assay.awsapi.inspector.CreateAssessmentTargetRequest;
import dev.assay.awsapi.inspector.CreateAssessmentTemplateRequest;
import dev.assay.awsapi.inspector.CreateExclusionsPreviewRequest;
import dev.assay.awsapi.inspector.CreateResourceGroupRequest;
import dev.assay.awsapi.inspector.DeleteAssessmentRunRequest;
import dev.assay.awsapi.inspector.DeleteAssessmentTargetRequest;
import dev.assay.awsapi.inspector.DeleteAssessmentTemplateRequest;
import dev.assay.awsapi.inspector.DescribeAssessmentRunsRequest;
import dev.assay.awsapi.inspector.DescribeAssessmentTargetsRequest;
import dev.assay.awsapi.inspector.DescribeAssessmentTemplatesRequest;
import dev.assay.awsapi.inspector.DescribeExclusionsRequest;
import dev.assay.awsapi.inspector.DescribeFindingsRequest;
import dev.assay.awsapi.inspector.DescribeResourceGroupsRequest;
import dev.assay.awsapi.inspector.DescribeRulesPackagesRequest;
import dev.assay.awsapi.inspector.FailedItemErrorCode;
import dev.assay.awsapi.inspector.Finding;
import dev.assay.awsapi.inspector.FindingFilter;
import dev.assay.awsapi.inspector.GetAssessmentReportRequest;
import dev.assay.awsapi.inspector.GetExclusionsPreviewRequest;
import dev.assay.awsapi.inspector.GetExclusionsPreviewResponse;
import dev.assay.awsapi.inspector.GetTelemetryMetadataRequest;
import dev.assay.awsapi.inspector.InspectorEvent;
import dev.assay.awsapi.inspector.InvalidInputErrorCode;
import dev.assay.awsapi.inspector.InvalidInputException;
import dev.assay.awsapi.inspector.LimitExceededException;
import dev.assay.awsapi.inspector.ListAssessmentRunAgentsRequest;
import dev.assay.awsapi.inspector.ListAssessmentRunsRequest;
import dev.assay.awsapi.inspector.ListAssessmentTargetsRequest;
import dev.assay.awsapi.inspector.ListAssessmentTemplatesRequest;
import dev.assay.awsapi.inspector.ListEventSubscriptionsRequest;
import dev.assay.awsapi.inspector.ListExclusionsRequest;
import dev.assay.awsapi.inspector.ListFindingsRequest;
import dev.assay.awsapi.inspector.ListRulesPackagesRequest;
import dev.assay.awsapi.inspector.ListTagsForResourceRequest;
import dev.assay.awsapi.inspector.NoSuchEntityException;
import dev.assay.awsapi.inspector.PreviewAgentsRequest;
import dev.assay.awsapi.inspector.PreviewGenerationInProgressException;
import dev.assay.awsapi.inspector.PreviewStatus;
import dev.assay.awsapi.inspector.RegisterCrossAccountAccessRoleRequest;
import dev.assay.awsapi.inspector.RemoveAttributesFromFindingsRequest;
import dev.assay.awsapi.inspector.ReportFileFormat;
import dev.assay.awsapi.inspector.ReportStatus;
import dev.assay.awsapi.inspector.ReportType;
import dev.assay.awsapi.inspector.ResourceGroupTag;
import dev.assay.awsapi.inspector.SetTagsForResourceRequest;
import dev.assay.awsapi.inspector.Severity;
import dev.assay.awsapi.inspector.StartAssessmentRunRequest;
import dev.assay.awsapi.inspector.StopAction;
import dev.assay.awsapi.inspector.StopAssessmentRunRequest;
import dev.assay.awsapi.inspector.SubscribeToEventRequest;
import dev.assay.awsapi.inspector.Tag;
import dev.assay.awsapi.inspector.UnsubscribeFromEventRequest;
import dev.assay.awsapi.inspector.UpdateAssessmentTargetRequest;
import dev.assay.awsapi.value.Caller;
import dev.assay.model.VulnerabilityFinding;
import dev.assay.store.DatabaseAddress;
import dev.assay.store.scratch.ScratchDatabases;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is written by one node is read by another.
final class ClassicOperationsTest {
  private static final Tenant TENANT = Tenant.of("111111111111", "eu-central-1");
  private static final Caller ADA =
      new Caller("111111111111", "ada", "AKIA1", "eu-central-1", "request-1");
  private static final Caller EVE =
      new Caller("222222222222", "eve", "AKIA2", "eu-central-1", "request-2");
  private static final String TOPIC = "arn:aws:sns:eu-central-1:111111111111:findings";

  private final DatabaseAddress address = ScratchDatabases.newAddress();
  private final Node writer = new Node(address, new ClassicLimits(3, 3, 3, 3, 3));
  private final Node reader = new Node(address, ClassicLimits.DEFAULT);
  private final ClassicOperations write = writer.operations;
  private final ClassicOperations read = reader.operations;

  @AfterEach
  void close() {
    writer.close();
    reader.close();
  }

  @Test
  void a_resource_group_selects_hosts_by_any_of_its_tags() {
    host("web", Map.of("env", "prod"));
    host("db", Map.of("role", "db", "env", "test"));
    host("other", Map.of("env", "test"));
    String group = group("env", "prod", "role", "db");
    var described =
        read.resourceGroups()
            .describeResourceGroups(ADA, new DescribeResourceGroupsRequest(List.of(group)));
    assertThat(described.resourceGroups().getFirst().tags()).hasSize(2);
    String target = target("grouped", group);
    assertThat(
            read.agents()
                .previewAgents(ADA, PreviewAgentsRequest.builder().previewAgentsArn(target).build())
                .agentPreviews())
        .extracting(agent -> agent.agentId())
        .containsExactlyInAnyOrder("web", "db");
  }

  @Test
  void targets_are_created_listed_updated_and_deleted() {
    String one = target("one", null);
    String two = target("two", null);
    assertThat(targets("t*")).containsExactly(two);
    assertThat(targets("*o*")).containsExactly(one, two);
    assertThat(refused(() -> target("one", null)))
        .isEqualTo(InvalidInputErrorCode.ASSESSMENT_TARGET_NAME_ALREADY_TAKEN);
    write
        .targets()
        .updateAssessmentTarget(
            ADA,
            UpdateAssessmentTargetRequest.builder()
                .assessmentTargetArn(one)
                .assessmentTargetName("three")
                .resourceGroupArn(group("a", "b"))
                .build());
    var described =
        read.targets()
            .describeAssessmentTargets(ADA, new DescribeAssessmentTargetsRequest(List.of(one)))
            .assessmentTargets()
            .getFirst();
    assertThat(described.name()).isEqualTo("three");
    assertThat(described.resourceGroupArn()).isNotNull();
    write.targets().deleteAssessmentTarget(ADA, new DeleteAssessmentTargetRequest(one));
    assertThat(targets(null)).containsExactly(two);
    target("four", null);
    target("five", null);
    assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> target("six", null));
  }

  @Test
  void a_description_of_several_names_tells_which_failed_and_why() {
    String mine = target("mine", null);
    String gone = mine.substring(0, mine.length() - 8) + "00000000";
    String foreign = mine.replace("111111111111", "222222222222");
    var described =
        read.targets()
            .describeAssessmentTargets(
                ADA,
                new DescribeAssessmentTargetsRequest(
                    List.of(mine, gone, foreign, "nonsense", gone, foreign)));
    assertThat(described.assessmentTargets()).hasSize(1);
    assertThat(described.failedItems())
        .hasEntrySatisfying(foreign, f -> is(f.failureCode(), FailedItemErrorCode.ACCESS_DENIED))
        .hasEntrySatisfying("nonsense", f -> is(f.failureCode(), FailedItemErrorCode.INVALID_ARN))
        .hasEntrySatisfying(gone, f -> is(f.failureCode(), FailedItemErrorCode.DUPLICATE_ARN));
  }

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
  void a_run_is_started_on_one_node_and_finished_by_another() {
    host("web", Map.of("env", "prod"), "CVE-2024-1", "CVE-2024-2");
    writer.discover(TENANT, "dark");
    String run = finishedRun(RulesPackage.VULNERABILITIES, RulesPackage.CIS_BENCHMARKS);
    AssessmentRun described = describe(run);
    assertThat(described.state()).isEqualTo(AssessmentRunState.COMPLETED_WITH_ERRORS);
    assertThat(described.findingCounts()).containsEntry("High", 2).containsEntry("Low", 0);
    assertThat(described.stateChanges()).hasSize(9);

    List<String> findings = findings(null);
    Finding finding =
        read.findings()
            .describeFindings(ADA, DescribeFindingsRequest.builder().findingArns(findings).build())
            .findings()
            .getFirst();
    assertThat(finding.serviceAttributes()).isNotNull();
    assertThat(finding.numericSeverity()).isEqualTo(9.0);
    assertThat(finding.attributes()).extracting(Attribute::key).contains("CVE_ID", "INSTANCE_ID");

    List<String> exclusions =
        read.exclusions()
            .listExclusions(ADA, ListExclusionsRequest.builder().assessmentRunArn(run).build())
            .exclusionArns();
    assertThat(
            read.exclusions()
                .describeExclusions(
                    ADA, DescribeExclusionsRequest.builder().exclusionArns(exclusions).build())
                .exclusions()
                .values())
        .extracting(exclusion -> exclusion.title())
        .containsExactlyInAnyOrder("Agent not found", "Rules evaluation error");
    assertThat(
            read.runs()
                .listAssessmentRuns(
                    ADA,
                    ListAssessmentRunsRequest.builder()
                        .filter(
                            AssessmentRunFilter.builder()
                                .states(List.of(AssessmentRunState.COMPLETED_WITH_ERRORS))
                                .namePattern("ru*")
                                .build())
                        .build())
                .assessmentRunArns())
        .containsExactly(run);
    write.runs().deleteAssessmentRun(ADA, new DeleteAssessmentRunRequest(run));
    assertThat(findings(null)).isEmpty();
  }

  @Test
  void hosts_of_a_run_and_its_telemetry_are_told() {
    host("web", Map.of());
    writer.discover(TENANT, "dark");
    String run = finishedRun(RulesPackage.VULNERABILITIES);
    assertThat(
            read.agents()
                .listAssessmentRunAgents(
                    ADA,
                    ListAssessmentRunAgentsRequest.builder()
                        .assessmentRunArn(run)
                        .filter(new AgentFilter(List.of(AgentHealth.HEALTHY), List.of()))
                        .build())
                .assessmentRunAgents())
        .extracting(agent -> agent.agentId())
        .containsExactly("web");
    assertThat(
            read.agents()
                .getTelemetryMetadata(ADA, new GetTelemetryMetadataRequest(run))
                .telemetryMetadata())
        .singleElement()
        .satisfies(told -> assertThat(told.count()).isEqualTo(1L));
  }

  @Test
  void findings_are_filtered_by_each_criterion_and_paged_once_each() {
    host("web", Map.of(), "CVE-2024-1", "CVE-2024-2", "CVE-2024-3");
    host("db", Map.of(), "CVE-2024-1");
    finishedRun(RulesPackage.VULNERABILITIES);
    assertThat(findings(FindingFilter.builder().agentIds(List.of("db")).build())).hasSize(1);
    assertThat(findings(FindingFilter.builder().ruleNames(List.of("CVE-2024-1")).build()))
        .hasSize(2);
    assertThat(findings(FindingFilter.builder().severities(List.of(Severity.LOW)).build()))
        .isEmpty();
    assertThat(findings(FindingFilter.builder().severities(List.of(Severity.HIGH)).build()))
        .hasSize(4);
    assertThat(
            findings(
                FindingFilter.builder()
                    .attributes(
                        List.of(
                            Attribute.builder().key("CVE_ID").value("CVE-2024-2").build(),
                            Attribute.builder().key("INSTANCE_ID").build()))
                    .build()))
        .hasSize(1);
    assertThat(
            findings(
                FindingFilter.builder()
                    .userAttributes(List.of(Attribute.builder().key("team").value("red").build()))
                    .build()))
        .isEmpty();
    List<String> paged = new ArrayList<>();
    @Nullable String token = null;
    do {
      var page =
          read.findings()
              .listFindings(
                  ADA, ListFindingsRequest.builder().maxResults(3).nextToken(token).build());
      paged.addAll(page.findingArns());
      token = page.nextToken();
    } while (token != null);
    assertThat(paged).hasSize(4).doesNotHaveDuplicates().isEqualTo(findings(null));
    assertThat(
            refused(
                () ->
                    read.findings()
                        .listFindings(
                            ADA, ListFindingsRequest.builder().nextToken("bm9uZQ").build())))
        .isEqualTo(InvalidInputErrorCode.INVALID_PAGINATION_TOKEN);
  }

  @Test
  void attributes_are_added_to_findings_and_removed() {
    host("web", Map.of(), "CVE-2024-1");
    finishedRun(RulesPackage.VULNERABILITIES);
    List<String> arns = findings(null);
    assertThat(
            write
                .findings()
                .addAttributesToFindings(
                    ADA,
                    new AddAttributesToFindingsRequest(
                        Stream.concat(arns.stream(), Stream.of("nonsense")).toList(),
                        List.of(Attribute.builder().key("ticket").value("7").build())))
                .failedItems())
        .containsOnlyKeys("nonsense");
    FindingFilter seven =
        FindingFilter.builder()
            .userAttributes(List.of(Attribute.builder().key("ticket").value("7").build()))
            .build();
    assertThat(findings(seven)).isEqualTo(arns);
    write
        .findings()
        .removeAttributesFromFindings(
            ADA, new RemoveAttributesFromFindingsRequest(arns, List.of("ticket", "none")));
    assertThat(findings(seven)).isEmpty();
  }

  @Test
  void a_run_can_be_skipped_before_any_node_took_it_up() {
    String run = start(template(target("t", null), "t", RulesPackage.VULNERABILITIES));
    write
        .runs()
        .stopAssessmentRun(
            ADA,
            StopAssessmentRunRequest.builder()
                .assessmentRunArn(run)
                .stopAction(StopAction.SKIP_EVALUATION)
                .build());
    reader.workUntilIdle();
    assertThat(describe(run).state()).isEqualTo(AssessmentRunState.CANCELED);
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
  void reports_are_written_in_both_formats_and_say_what_was_left_out() {
    host("web", Map.of(), "CVE-2024-1");
    String run = finishedRun(RulesPackage.VULNERABILITIES, RulesPackage.CIS_BENCHMARKS);
    for (ReportFileFormat format : List.of(ReportFileFormat.HTML, ReportFileFormat.PDF)) {
      for (ReportType type : List.of(ReportType.FINDING, ReportType.FULL)) {
        var request = new GetAssessmentReportRequest(run, format, type);
        assertThat(write.reports().getAssessmentReport(ADA, request).status())
            .isEqualTo(ReportStatus.WORK_IN_PROGRESS);
        reader.workUntilIdle();
        var done = read.reports().getAssessmentReport(ADA, request);
        assertThat(done.status()).isEqualTo(ReportStatus.COMPLETED);
        assertThat(done.url()).startsWith("https://");
      }
    }
    String html = new String(report(run, ReportKey.Format.HTML), StandardCharsets.UTF_8);
    assertThat(html).contains("CVE-2024-1", "Rules evaluation error");
    byte[] pdf = report(run, ReportKey.Format.PDF);
    assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
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

  @Test
  void what_is_not_there_is_said_to_be_missing() {
    assertThatExceptionOfType(NoSuchEntityException.class)
        .isThrownBy(
            () ->
                start(
                    "arn:aws:inspector:eu-central-1:111111111111:target/0-00000000"
                        + "/template/0-00000000"));
  }

  private static void is(FailedItemErrorCode code, FailedItemErrorCode expected) {
    assertThat(code).isEqualTo(expected);
  }

  private void host(String id, Map<String, String> tags, String... vulnerabilities) {
    writer.assess(
        TENANT,
        id,
        tags,
        List.of(),
        Stream.of(vulnerabilities)
            .map(name -> Vulnerabilities.of(name, dev.assay.model.Severity.HIGH))
            .toArray(VulnerabilityFinding[]::new));
  }

  private String group(String... keysAndValues) {
    List<ResourceGroupTag> tags = new ArrayList<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      tags.add(
          ResourceGroupTag.builder().key(keysAndValues[i]).value(keysAndValues[i + 1]).build());
    }
    return write
        .resourceGroups()
        .createResourceGroup(ADA, new CreateResourceGroupRequest(tags))
        .resourceGroupArn();
  }

  private String target(String name, @Nullable String group) {
    return write
        .targets()
        .createAssessmentTarget(
            ADA,
            CreateAssessmentTargetRequest.builder()
                .assessmentTargetName(name)
                .resourceGroupArn(group)
                .build())
        .assessmentTargetArn();
  }

  private List<String> targets(@Nullable String pattern) {
    return read.targets()
        .listAssessmentTargets(
            ADA,
            ListAssessmentTargetsRequest.builder()
                .filter(
                    AssessmentTargetFilter.builder().assessmentTargetNamePattern(pattern).build())
                .build())
        .assessmentTargetArns();
  }

  private static String rules(RulesPackage rules) {
    return rules.arn(TENANT.region()).toString();
  }

  private String template(String target, String name, RulesPackage... rules) {
    return write
        .templates()
        .createAssessmentTemplate(
            ADA,
            CreateAssessmentTemplateRequest.builder()
                .assessmentTargetArn(target)
                .assessmentTemplateName(name)
                .durationInSeconds(180)
                .rulesPackageArns(Stream.of(rules).map(ClassicOperationsTest::rules).toList())
                .build())
        .assessmentTemplateArn();
  }

  private String start(String template) {
    return write
        .runs()
        .startAssessmentRun(
            ADA,
            StartAssessmentRunRequest.builder()
                .assessmentTemplateArn(template)
                .assessmentRunName("run")
                .build())
        .assessmentRunArn();
  }

  private String finishedRun(RulesPackage... rules) {
    String run = start(template(target("all", null), "all", rules));
    reader.workUntilIdle();
    return run;
  }

  private AssessmentRun describe(String run) {
    return read.runs()
        .describeAssessmentRuns(ADA, new DescribeAssessmentRunsRequest(List.of(run)))
        .assessmentRuns()
        .getFirst();
  }

  private List<String> findings(@Nullable FindingFilter filter) {
    return read.findings()
        .listFindings(ADA, ListFindingsRequest.builder().filter(filter).maxResults(100).build())
        .findingArns();
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

  private byte[] report(String run, ReportKey.Format format) {
    return reader
        .classic
        .reports()
        .content(new ReportKey(ClassicArn.parse(run).orElseThrow(), format, ReportKey.Type.FULL))
        .orElseThrow();
  }

  private static InvalidInputErrorCode refused(Runnable call) {
    try {
      call.run();
    } catch (InvalidInputException refusal) {
      return refusal.errorCode();
    }
    throw new AssertionError("not refused");
  }
}
