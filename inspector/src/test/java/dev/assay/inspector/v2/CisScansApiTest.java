package dev.assay.inspector.v2;

import static dev.assay.inspector.v2.Benchmarks.rule;
import static dev.assay.inspector.v2.Nodes.ACCOUNT;
import static dev.assay.inspector.v2.Nodes.NOW;
import static dev.assay.inspector.v2.Nodes.OTHER;
import static dev.assay.inspector.v2.Nodes.caller;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.assessment.cis.report.CisReportKey;
import dev.assay.awsapi.assay.BenchmarkJob;
import dev.assay.awsapi.assay.BenchmarkRule;
import dev.assay.awsapi.assay.ListBenchmarkJobsRequest;
import dev.assay.awsapi.inspector2.AccessDeniedException;
import dev.assay.awsapi.inspector2.AssociateMemberRequest;
import dev.assay.awsapi.inspector2.CisCheckAggregation;
import dev.assay.awsapi.inspector2.CisReportFormat;
import dev.assay.awsapi.inspector2.CisReportStatus;
import dev.assay.awsapi.inspector2.CisRuleStatus;
import dev.assay.awsapi.inspector2.CisScan;
import dev.assay.awsapi.inspector2.CisScanConfiguration;
import dev.assay.awsapi.inspector2.CisScanResultDetails;
import dev.assay.awsapi.inspector2.CisScanStatus;
import dev.assay.awsapi.inspector2.CisSecurityLevel;
import dev.assay.awsapi.inspector2.CisSessionMessage;
import dev.assay.awsapi.inspector2.CisTargetResourceAggregation;
import dev.assay.awsapi.inspector2.CisTargetStatus;
import dev.assay.awsapi.inspector2.CisTargetStatusReason;
import dev.assay.awsapi.inspector2.ComputePlatform;
import dev.assay.awsapi.inspector2.ConflictException;
import dev.assay.awsapi.inspector2.CreateCisScanConfigurationRequest;
import dev.assay.awsapi.inspector2.CreateCisTargets;
import dev.assay.awsapi.inspector2.DailySchedule;
import dev.assay.awsapi.inspector2.DeleteCisScanConfigurationRequest;
import dev.assay.awsapi.inspector2.EnableDelegatedAdminAccountRequest;
import dev.assay.awsapi.inspector2.GetCisScanReportRequest;
import dev.assay.awsapi.inspector2.GetCisScanReportResponse;
import dev.assay.awsapi.inspector2.GetCisScanResultDetailsRequest;
import dev.assay.awsapi.inspector2.ListCisScanConfigurationsRequest;
import dev.assay.awsapi.inspector2.ListCisScanResultsAggregatedByChecksRequest;
import dev.assay.awsapi.inspector2.ListCisScanResultsAggregatedByTargetResourceRequest;
import dev.assay.awsapi.inspector2.ListCisScansDetailLevel;
import dev.assay.awsapi.inspector2.ListCisScansRequest;
import dev.assay.awsapi.inspector2.ListTagsForResourceRequest;
import dev.assay.awsapi.inspector2.OneTimeSchedule;
import dev.assay.awsapi.inspector2.ResourceNotFoundException;
import dev.assay.awsapi.inspector2.Schedule;
import dev.assay.awsapi.inspector2.SendCisSessionTelemetryRequest;
import dev.assay.awsapi.inspector2.StartCisSessionMessage;
import dev.assay.awsapi.inspector2.StartCisSessionRequest;
import dev.assay.awsapi.inspector2.StopCisMessageProgress;
import dev.assay.awsapi.inspector2.StopCisSessionMessage;
import dev.assay.awsapi.inspector2.StopCisSessionRequest;
import dev.assay.awsapi.inspector2.StopCisSessionStatus;
import dev.assay.awsapi.inspector2.TagResourceRequest;
import dev.assay.awsapi.inspector2.Time;
import dev.assay.awsapi.inspector2.UntagResourceRequest;
import dev.assay.awsapi.inspector2.UpdateCisScanConfigurationRequest;
import dev.assay.awsapi.inspector2.UpdateCisTargets;
import dev.assay.awsapi.inspector2.ValidationException;
import dev.assay.awsapi.value.Blob;
import dev.assay.awsapi.value.Caller;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@NullUnmarked
class CisScansApiTest {
  private static final String TOKEN = "7d1b60c1-0f0e-4e2c-9b8b-0d2e6b3f4a55";
  private static final Schedule ONCE = new Schedule.OneTime(OneTimeSchedule.builder().build());
  private static final Map<String, String> WEB = Map.of("role", "web", "stage", "prod");
  private static final List<BenchmarkRule> RULES =
      List.of(
          rule("rule_a", "PASSED", "LEVEL_1", ""),
          rule("rule_b", "FAILED", "LEVEL_1", "PermitRootLogin is yes"),
          rule("rule_c", "NOT_EVALUATED", "LEVEL_2", "unreadable"));

  private final Nodes nodes = new Nodes();

  @AfterEach
  void close() {
    nodes.close();
  }

  @Test
  void a_configuration_is_seen_elsewhere_as_it_was_made_and_changed() {
    String arn = create("first", "LEVEL_1", daily("9:05", "Europe/Berlin"), List.of("SELF"));
    assertThat(configurations())
        .singleElement()
        .satisfies(
            made -> {
              assertThat(made.scanConfigurationArn()).isEqualTo(arn);
              assertThat(made.ownerId()).isEqualTo(ACCOUNT);
              assertThat(made.scanName()).isEqualTo("first");
              assertThat(made.securityLevel()).isEqualTo(CisSecurityLevel.LEVEL_1);
              assertThat(made.schedule()).isEqualTo(daily("9:05", "Europe/Berlin"));
              assertThat(made.targets().accountIds()).containsExactly(ACCOUNT);
              assertThat(made.targets().targetResourceTags())
                  .isEqualTo(Map.of("role", List.of("web", "db")));
            });

    nodes.writer.cisScans.updateCisScanConfiguration(
        caller(ACCOUNT),
        UpdateCisScanConfigurationRequest.builder()
            .scanConfigurationArn(arn)
            .scanName("second")
            .targets(
                UpdateCisTargets.builder()
                    .targetResourceTags(Map.of("stage", List.of("prod")))
                    .build())
            .build());
    assertThat(configurations())
        .extracting(CisScanConfiguration::scanName, CisScanConfiguration::schedule)
        .containsExactly(tuple("second", daily("9:05", "Europe/Berlin")));
    assertThat(configurations().getFirst().targets().targetResourceTags())
        .isEqualTo(Map.of("stage", List.of("prod")));

    delete(arn);
    assertThat(configurations()).isEmpty();
    assertThatThrownBy(() -> delete(arn)).isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void a_configuration_has_tags() {
    String arn = create("tagged", "LEVEL_1", ONCE, List.of("SELF"));
    nodes.writer.tags.tagResource(
        caller(ACCOUNT), new TagResourceRequest(arn, Map.of("team", "blue", "cost", "1")));
    nodes.writer.tags.untagResource(
        caller(ACCOUNT), new UntagResourceRequest(arn, List.of("cost")));

    assertThat(
            nodes
                .reader
                .tags
                .listTagsForResource(caller(ACCOUNT), new ListTagsForResourceRequest(arn))
                .tags())
        .isEqualTo(Map.of("team", "blue"));
    assertThat(configurations().getFirst().tags()).isEqualTo(Map.of("team", "blue"));
    assertThatThrownBy(
            () ->
                nodes.reader.tags.listTagsForResource(
                    caller(OTHER), new ListTagsForResourceRequest(arn)))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void neither_an_unknown_zone_nor_a_strange_account_is_taken() {
    assertThatThrownBy(() -> create("x", "LEVEL_1", daily("9:05", "Mars/Base"), List.of("SELF")))
        .isInstanceOf(ValidationException.class);
    assertThatThrownBy(() -> create("x", "LEVEL_1", ONCE, List.of("SELF", OTHER)))
        .isInstanceOf(AccessDeniedException.class);
    assertThat(configurations()).isEmpty();
  }

  @Test
  void a_scan_takes_what_benchmarks_and_sessions_report_of_its_resources() {
    discover("web-1.example", WEB);
    discover("web-2.example", WEB);
    discover("other.example", Map.of("role", "mail"));
    create("scan", "LEVEL_1", ONCE, List.of("SELF"));
    nodes.writer.work();

    CisScan begun = scans().getFirst();
    assertThat(begun.status()).isEqualTo(CisScanStatus.IN_PROGRESS);
    assertThat(begun.scanDate()).isEqualTo(NOW);
    assertThat(targets(begun))
        .extracting(
            CisTargetResourceAggregation::targetResourceId,
            CisTargetResourceAggregation::targetStatus,
            CisTargetResourceAggregation::targetStatusReason)
        .containsExactly(
            tuple("web-1.example", null, CisTargetStatusReason.SCAN_IN_PROGRESS),
            tuple("web-2.example", null, CisTargetStatusReason.SCAN_IN_PROGRESS));
    assertThat(report(begun, CisReportFormat.CSV).status()).isEqualTo(CisReportStatus.IN_PROGRESS);

    assertThat(submit("web-1.example", "LEVEL_2", RULES)).isEqualTo(1);
    assertThat(submit("web-1.example", "LEVEL_2", RULES)).isZero();
    BenchmarkJob job = jobs("web-2.example").getFirst();
    assertThat(job.scanArn()).isEqualTo(begun.scanArn());
    start(job);
    tell(job, "rule_b", CisRuleStatus.PASSED, "{\"title\":\"B\",\"level\":\"LEVEL_1\"}");
    tell(job, "rule_d", CisRuleStatus.ERROR, "{\"reason\":\"timeout\"}");
    assertThat(scans().getFirst().status()).isEqualTo(CisScanStatus.IN_PROGRESS);
    stop(job, StopCisSessionStatus.SUCCESS);

    CisScan ended = scans().getFirst();
    assertThat(ended.status()).isEqualTo(CisScanStatus.COMPLETED);
    assertThat(ended.failedChecks()).isEqualTo(1);
    assertThat(ended.totalChecks()).isEqualTo(4);
    assertThat(targets(ended))
        .extracting(CisTargetResourceAggregation::targetStatus)
        .containsOnly(CisTargetStatus.COMPLETED);
    assertThat(checks(ended))
        .extracting(
            CisCheckAggregation::checkId,
            check -> check.statusCounts().failed(),
            check -> check.statusCounts().passed(),
            check -> check.statusCounts().skipped())
        .containsExactly(
            tuple("rule_a", 0, 1, 0), tuple("rule_b", 1, 1, 0), tuple("rule_d", 0, 0, 1));
    assertThat(details(ended, "web-1.example"))
        .extracting(CisScanResultDetails::checkId, CisScanResultDetails::statusReason)
        .containsExactly(
            tuple("rule_a", "PASSED"), tuple("rule_b", "FAILED: PermitRootLogin is yes"));
    assertThat(details(ended, "web-2.example"))
        .extracting(CisScanResultDetails::title, CisScanResultDetails::statusReason)
        .containsExactly(tuple("B", "PASSED"), tuple(null, "ERROR: timeout"));
  }

  @Test
  void evidence_of_whoever_began_a_session_fills_in_what_the_session_has_no_room_for() {
    discover("web-1.example", WEB);
    create("scan", "LEVEL_1", ONCE, List.of("SELF"));
    nodes.writer.work();
    CisScan scan = scans().getFirst();
    BenchmarkJob job = jobs("web-1.example").getFirst();
    start(job);
    tell(job, "rule_b", CisRuleStatus.FAILED, "{\"level\":\"LEVEL_1\"}");
    assertThat(submit("web-1.example", "LEVEL_1", RULES)).isEqualTo(1);
    assertThat(scans().getFirst().status()).isEqualTo(CisScanStatus.IN_PROGRESS);
    stop(job, StopCisSessionStatus.SUCCESS);

    assertThat(scans().getFirst().status()).isEqualTo(CisScanStatus.COMPLETED);
    assertThat(details(scan, "web-1.example"))
        .extracting(
            CisScanResultDetails::checkId,
            CisScanResultDetails::title,
            CisScanResultDetails::remediation,
            CisScanResultDetails::statusReason)
        .contains(
            tuple("rule_b", "Title of rule_b", "Do rule_b", "FAILED: PermitRootLogin is yes"));
  }

  @Test
  void evidence_of_another_leaves_a_session_alone() {
    discover("web-1.example", WEB);
    create("scan", "LEVEL_1", ONCE, List.of("SELF"));
    nodes.writer.work();
    BenchmarkJob job = jobs("web-1.example").getFirst();
    nodes.writer.cisSessions.startCisSession(
        new Caller(ACCOUNT, "agent-2", "AKIAASSAYTEST", "eu-central-1", "request"),
        new StartCisSessionRequest(new StartCisSessionMessage(TOKEN), job.scanJobId()));
    assertThat(submit("web-1.example", "LEVEL_1", RULES)).isZero();
    assertThat(details(scans().getFirst(), "web-1.example")).isEmpty();
  }

  @Test
  void a_benchmark_from_before_the_scan_or_of_too_low_a_level_does_not_answer_it() {
    discover("web-1.example", WEB);
    create("scan", "LEVEL_2", ONCE, List.of("SELF"));
    nodes.writer.work();

    assertThat(submit("web-1.example", "LEVEL_1", RULES)).isZero();
    assertThat(
            Benchmarks.submit(
                    nodes.writer,
                    ACCOUNT,
                    "web-1.example",
                    null,
                    "DEBIAN_12",
                    "LEVEL_2",
                    NOW.minusSeconds(1),
                    RULES)
                .answeredScans())
        .isZero();
    assertThat(scans().getFirst().status()).isEqualTo(CisScanStatus.IN_PROGRESS);
  }

  @Test
  void a_resource_without_results_times_out_and_never_passes() {
    discover("web-1.example", WEB);
    discover("web-2.example", WEB);
    create("scan", "LEVEL_1", ONCE, List.of("SELF"));
    nodes.writer.work();
    submit("web-1.example", "LEVEL_1", RULES);
    BenchmarkJob job = jobs("web-2.example").getFirst();
    start(job);

    nodes.now = NOW.plus(Duration.ofHours(24)).minusSeconds(1);
    nodes.reader.work();
    assertThat(scans().getFirst().status()).isEqualTo(CisScanStatus.IN_PROGRESS);
    nodes.now = NOW.plus(Duration.ofHours(24));
    nodes.reader.work();

    CisScan ended = scans().getFirst();
    assertThat(ended.status()).isEqualTo(CisScanStatus.COMPLETED);
    assertThat(targets(ended))
        .extracting(
            CisTargetResourceAggregation::targetStatus,
            target -> target.statusCounts().passed() + target.statusCounts().failed())
        .containsExactly(tuple(CisTargetStatus.COMPLETED, 2), tuple(CisTargetStatus.TIMED_OUT, 0));
    assertThat(text(report(ended, CisReportFormat.CSV)))
        .contains(
            "\"web-2.example\",\"\",\"TIMED_OUT\",\"\",\"\",\"\",\"NOT_EVALUATED\","
                + "\"no results came until 2026-11-02T12:00:00Z\"")
        .contains("\"FAILED\",\"FAILED: PermitRootLogin is yes\",\"Do rule_b\"");
    assertThat(content(report(ended, CisReportFormat.PDF)))
        .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
    assertThatThrownBy(() -> tell(job, "rule_a", CisRuleStatus.PASSED, ""))
        .isInstanceOf(ConflictException.class);
    assertThat(jobs("web-2.example")).isEmpty();
  }

  @Test
  void a_scan_of_which_nothing_is_known_has_failed() {
    create("nobody", "LEVEL_1", ONCE, List.of("SELF"));
    nodes.writer.work();
    assertThat(scans().getFirst().status()).isEqualTo(CisScanStatus.FAILED);

    discover("web-1.example", WEB);
    discover("web-2.example", WEB);
    create("unsupported", "LEVEL_1", ONCE, List.of("SELF"));
    nodes.writer.work();
    BenchmarkJob job = jobs("web-1.example").getFirst();
    start(job);
    stop(job, StopCisSessionStatus.UNSUPPORTED_OS);
    BenchmarkJob empty = jobs("web-2.example").getFirst();
    start(empty);
    stop(empty, StopCisSessionStatus.SUCCESS);

    CisScan scan = scan("unsupported");
    assertThat(scan.status()).isEqualTo(CisScanStatus.FAILED);
    assertThat(targets(scan))
        .extracting(
            CisTargetResourceAggregation::targetStatus,
            CisTargetResourceAggregation::targetStatusReason)
        .containsExactly(
            tuple(CisTargetStatus.CANCELLED, CisTargetStatusReason.UNSUPPORTED_OS),
            tuple(CisTargetStatus.CANCELLED, null));
  }

  @Test
  void a_daily_scan_begins_once_a_day_and_ends_the_one_before() {
    discover("web-1.example", WEB);
    create("daily", "LEVEL_1", daily("13:30", "Europe/Berlin"), List.of("SELF"));
    nodes.writer.work();
    assertThat(scans()).isEmpty();

    nodes.now = NOW.plus(Duration.ofMinutes(31));
    nodes.writer.work();
    nodes.reader.work();
    nodes.now = NOW.plus(Duration.ofMinutes(31)).plus(Duration.ofDays(1)).minusSeconds(90);
    nodes.writer.work();
    assertThat(scans()).extracting(CisScan::status).containsExactly(CisScanStatus.IN_PROGRESS);
    nodes.now = NOW.plus(Duration.ofMinutes(30)).plus(Duration.ofDays(1));
    nodes.reader.work();

    assertThat(scans())
        .extracting(CisScan::status)
        .containsExactly(CisScanStatus.IN_PROGRESS, CisScanStatus.FAILED);
  }

  @Test
  void a_one_time_scan_is_once_and_a_new_schedule_begins_anew() {
    discover("web-1.example", WEB);
    String arn = create("once", "LEVEL_1", ONCE, List.of("SELF"));
    nodes.now = NOW.plus(Duration.ofDays(3));
    nodes.writer.work();
    nodes.now = NOW.plus(Duration.ofDays(9));
    nodes.writer.work();
    assertThat(scans()).hasSize(1);

    nodes.reader.cisScans.updateCisScanConfiguration(
        caller(ACCOUNT),
        UpdateCisScanConfigurationRequest.builder()
            .scanConfigurationArn(arn)
            .schedule(ONCE)
            .build());
    nodes.writer.work();
    assertThat(scans()).hasSize(2);
  }

  @Test
  void a_deleted_configuration_calls_its_scan_off_and_leaves_it_to_be_seen() {
    discover("web-1.example", WEB);
    String arn = create("scan", "LEVEL_1", ONCE, List.of("SELF"));
    nodes.writer.work();
    delete(arn);

    assertThat(scans()).extracting(CisScan::status).containsExactly(CisScanStatus.CANCELLED);
    assertThat(targets(scans().getFirst()))
        .extracting(CisTargetResourceAggregation::targetStatus)
        .containsExactly(CisTargetStatus.CANCELLED);
    assertThat(submit("web-1.example", "LEVEL_1", RULES)).isZero();
  }

  @Test
  void an_administrator_scans_its_members_and_a_member_sees_its_own_part() {
    nodes.writer.organization.enableDelegatedAdminAccount(
        caller(OTHER),
        EnableDelegatedAdminAccountRequest.builder().delegatedAdminAccountId(ACCOUNT).build());
    nodes.writer.organization.associateMember(caller(ACCOUNT), new AssociateMemberRequest(OTHER));
    discover("web-1.example", WEB);
    discover(OTHER, "web-9.example", WEB);
    create("all", "LEVEL_1", ONCE, List.of("ALL_ACCOUNTS"));
    nodes.writer.work();
    submit("web-1.example", "LEVEL_1", RULES);
    submit(OTHER, "web-9.example", "LEVEL_1", RULES.subList(0, 1));

    CisScan whole = scans().getFirst();
    assertThat(whole.status()).isEqualTo(CisScanStatus.COMPLETED);
    assertThat(whole.targets().accountIds()).containsExactly(ACCOUNT, OTHER);
    assertThat(whole.totalChecks()).isEqualTo(3);
    CisScan part = scans(OTHER, null).getFirst();
    assertThat(part.scanArn()).isEqualTo(whole.scanArn());
    assertThat(part.totalChecks()).isEqualTo(1);
    assertThat(part.targets().accountIds()).containsExactly(OTHER);
    assertThat(scans(OTHER, ListCisScansDetailLevel.ORGANIZATION)).isEmpty();
    assertThat(scans(ACCOUNT, ListCisScansDetailLevel.MEMBER))
        .extracting(CisScan::totalChecks)
        .containsExactly(2);
    assertThat(targets(OTHER, whole))
        .extracting(CisTargetResourceAggregation::targetResourceId)
        .containsExactly("web-9.example");
    assertThatThrownBy(() -> details(OTHER, whole, ACCOUNT, "web-1.example"))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> targets("777788889999", whole))
        .isInstanceOf(ResourceNotFoundException.class);
    GetCisScanReportResponse link =
        nodes.reader.cisScans.getCisScanReport(
            caller(OTHER),
            GetCisScanReportRequest.builder()
                .scanArn(whole.scanArn())
                .reportFormat(CisReportFormat.CSV)
                .build());
    assertThat(text(link)).contains("web-9.example").doesNotContain("web-1.example");
  }

  @Test
  void resources_that_report_at_the_same_time_end_their_scan_together() throws Exception {
    for (int i = 0; i < 12; i++) {
      discover("web-" + i + ".example", WEB);
    }
    create("scan", "LEVEL_1", ONCE, List.of("SELF"));
    nodes.writer.work();
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      List<Future<Integer>> answers =
          java.util.stream.IntStream.range(0, 12)
              .mapToObj(
                  i -> threads.submit(() -> submit("web-" + i + ".example", "LEVEL_1", RULES)))
              .toList();
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isEqualTo(1);
      }
    }
    assertThat(scans()).extracting(CisScan::status).containsExactly(CisScanStatus.COMPLETED);
  }

  private String create(String name, String level, Schedule schedule, List<String> accounts) {
    return nodes
        .writer
        .cisScans
        .createCisScanConfiguration(
            caller(ACCOUNT),
            CreateCisScanConfigurationRequest.builder()
                .scanName(name)
                .securityLevel(CisSecurityLevel.of(level))
                .schedule(schedule)
                .targets(
                    CreateCisTargets.builder()
                        .accountIds(accounts)
                        .targetResourceTags(Map.of("role", List.of("web", "db")))
                        .build())
                .build())
        .scanConfigurationArn();
  }

  private void delete(String arn) {
    nodes.writer.cisScans.deleteCisScanConfiguration(
        caller(ACCOUNT), new DeleteCisScanConfigurationRequest(arn));
  }

  private static Schedule daily(String time, String zone) {
    return new Schedule.Daily(new DailySchedule(new Time(time, zone)));
  }

  /// Makes a host known, by a benchmark that is too old for any scan.
  private void discover(String host, Map<String, String> tags) {
    discover(ACCOUNT, host, tags);
  }

  private void discover(String account, String host, Map<String, String> tags) {
    Benchmarks.submit(
        nodes.writer, account, host, tags, null, "LEVEL_1", NOW.minus(Duration.ofDays(1)), RULES);
  }

  private int submit(String host, String level, List<BenchmarkRule> rules) {
    return submit(ACCOUNT, host, level, rules);
  }

  private int submit(String account, String host, String level, List<BenchmarkRule> rules) {
    return Benchmarks.submit(
            nodes.writer, account, host, null, "DEBIAN_12", level, nodes.now, rules)
        .answeredScans();
  }

  private List<CisScanConfiguration> configurations() {
    return nodes
        .reader
        .cisScans
        .listCisScanConfigurations(
            caller(ACCOUNT), ListCisScanConfigurationsRequest.builder().build())
        .scanConfigurations();
  }

  private List<CisScan> scans() {
    return scans(ACCOUNT, null);
  }

  private CisScan scan(String name) {
    return scans().stream().filter(scan -> scan.scanName().equals(name)).findFirst().orElseThrow();
  }

  private List<CisScan> scans(String account, ListCisScansDetailLevel level) {
    return nodes
        .reader
        .cisScans
        .listCisScans(caller(account), ListCisScansRequest.builder().detailLevel(level).build())
        .scans();
  }

  private List<CisTargetResourceAggregation> targets(CisScan scan) {
    return targets(ACCOUNT, scan);
  }

  private List<CisTargetResourceAggregation> targets(String account, CisScan scan) {
    return nodes
        .reader
        .cisScans
        .listCisScanResultsAggregatedByTargetResource(
            caller(account),
            ListCisScanResultsAggregatedByTargetResourceRequest.builder()
                .scanArn(scan.scanArn())
                .build())
        .targetResourceAggregations();
  }

  private List<CisCheckAggregation> checks(CisScan scan) {
    return nodes
        .reader
        .cisScans
        .listCisScanResultsAggregatedByChecks(
            caller(ACCOUNT),
            ListCisScanResultsAggregatedByChecksRequest.builder().scanArn(scan.scanArn()).build())
        .checkAggregations();
  }

  private List<CisScanResultDetails> details(CisScan scan, String host) {
    return details(ACCOUNT, scan, ACCOUNT, host);
  }

  private List<CisScanResultDetails> details(
      String caller, CisScan scan, String account, String host) {
    return nodes
        .reader
        .cisScans
        .getCisScanResultDetails(
            caller(caller),
            GetCisScanResultDetailsRequest.builder()
                .scanArn(scan.scanArn())
                .accountId(account)
                .targetResourceId(host)
                .build())
        .scanResultDetails();
  }

  private GetCisScanReportResponse report(CisScan scan, CisReportFormat format) {
    return nodes.reader.cisScans.getCisScanReport(
        caller(ACCOUNT),
        GetCisScanReportRequest.builder().scanArn(scan.scanArn()).reportFormat(format).build());
  }

  private byte[] content(GetCisScanReportResponse report) {
    String key = report.url().substring("https://reports.example/".length());
    return nodes.reader.cisReports.content(CisReportKey.parse(key)).orElseThrow();
  }

  private String text(GetCisScanReportResponse report) {
    return new String(content(report), StandardCharsets.UTF_8);
  }

  private List<BenchmarkJob> jobs(String host) {
    return nodes
        .reader
        .benchmarks
        .listBenchmarkJobs(caller(ACCOUNT), new ListBenchmarkJobsRequest(host))
        .jobs();
  }

  private void start(BenchmarkJob job) {
    nodes.writer.cisSessions.startCisSession(
        caller(ACCOUNT),
        new StartCisSessionRequest(new StartCisSessionMessage(TOKEN), job.scanJobId()));
  }

  private void tell(BenchmarkJob job, String rule, CisRuleStatus status, String details) {
    nodes.writer.cisSessions.sendCisSessionTelemetry(
        caller(ACCOUNT),
        new SendCisSessionTelemetryRequest(
            List.of(new CisSessionMessage(Blob.utf8(details), rule, status)),
            job.scanJobId(),
            TOKEN));
  }

  private void stop(BenchmarkJob job, StopCisSessionStatus status) {
    nodes.writer.cisSessions.stopCisSession(
        caller(ACCOUNT),
        new StopCisSessionRequest(
            StopCisSessionMessage.builder()
                .progress(StopCisMessageProgress.builder().build())
                .computePlatform(ComputePlatform.builder().product("debian").version("12").build())
                .status(status)
                .build(),
            job.scanJobId(),
            TOKEN));
  }
}
