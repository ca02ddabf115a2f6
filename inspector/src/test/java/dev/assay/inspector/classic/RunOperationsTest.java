package dev.assay.inspector.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.report.ReportKey;
import dev.assay.assessment.classic.rulespackage.RulesPackage;
import dev.assay.awsapi.inspector.AgentFilter;
import dev.assay.awsapi.inspector.AgentHealth;
import dev.assay.awsapi.inspector.AssessmentRun;
import dev.assay.awsapi.inspector.AssessmentRunFilter;
import dev.assay.awsapi.inspector.AssessmentRunState;
import dev.assay.awsapi.inspector.Attribute;
import dev.assay.awsapi.inspector.DeleteAssessmentRunRequest;
import dev.assay.awsapi.inspector.DescribeExclusionsRequest;
import dev.assay.awsapi.inspector.DescribeFindingsRequest;
import dev.assay.awsapi.inspector.Finding;
import dev.assay.awsapi.inspector.GetAssessmentReportRequest;
import dev.assay.awsapi.inspector.GetTelemetryMetadataRequest;
import dev.assay.awsapi.inspector.ListAssessmentRunAgentsRequest;
import dev.assay.awsapi.inspector.ListAssessmentRunsRequest;
import dev.assay.awsapi.inspector.ListExclusionsRequest;
import dev.assay.awsapi.inspector.NoSuchEntityException;
import dev.assay.awsapi.inspector.ReportFileFormat;
import dev.assay.awsapi.inspector.ReportStatus;
import dev.assay.awsapi.inspector.ReportType;
import dev.assay.awsapi.inspector.StopAction;
import dev.assay.awsapi.inspector.StopAssessmentRunRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Runs, their hosts, telemetry and reports.
final class RunOperationsTest extends TwoNodes {
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
  void what_is_not_there_is_said_to_be_missing() {
    assertThatExceptionOfType(NoSuchEntityException.class)
        .isThrownBy(
            () ->
                start(
                    "arn:aws:inspector:eu-central-1:111111111111:target/0-00000000"
                        + "/template/0-00000000"));
  }

  private byte[] report(String run, ReportKey.Format format) {
    return reader
        .classic
        .reports()
        .content(new ReportKey(ClassicArn.parse(run).orElseThrow(), format, ReportKey.Type.FULL))
        .orElseThrow();
  }
}
