package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.inspector.InspectorClient;
import software.amazon.awssdk.services.inspector.model.AssessmentRun;
import software.amazon.awssdk.services.inspector.model.AssessmentRunState;
import software.amazon.awssdk.services.inspector.model.Finding;
import software.amazon.awssdk.services.inspector2.Inspector2Client;
import software.amazon.awssdk.services.inspector2.model.CisScan;
import software.amazon.awssdk.services.inspector2.model.CisScanResultDetails;
import software.amazon.awssdk.services.inspector2.model.CisScanStatus;
import software.amazon.awssdk.services.inspector2.model.CisSecurityLevel;
import software.amazon.awssdk.services.inspector2.model.CisTargetResourceAggregation;
import software.amazon.awssdk.services.inspector2.model.CisTargetStatus;
import software.amazon.awssdk.services.inspector2.model.CisTargetStatusReason;

/// A scan configuration and a run of Classic's, a server and an agent in processes of their own,
/// and content of ours on the agent's host: nobody but the agent evaluates anything.
final class AgentBenchmarkTest {
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private static final Set<String> PACKAGES =
      Set.of("CIS Operating System Security Configuration Benchmarks", "Security Best Practices");

  @TempDir Path directory;
  private ServedProcess served;
  private EnrolledAgents agents;
  private @Nullable Process agent;

  @BeforeEach
  void serve() throws IOException {
    served = ServedProcess.start(directory.resolve("data"), ServedProcess.UNLIMITED);
    agents = new EnrolledAgents(served.url(), directory.resolve("data"));
    Files.createDirectory(directory.resolve("content"));
  }

  @AfterEach
  void end() throws InterruptedException {
    if (agent != null) {
      agent.destroy();
      assertThat(agent.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    served.close();
  }

  @Test
  void a_scan_has_the_verdicts_that_the_agent_of_the_host_comes_to() throws Exception {
    writeContent();
    Path token = agents.token(1);
    assertThat(once(token).exitCode()).isZero();
    try (Inspector2Client v2 = clients().v2()) {
      scan(v2);
      await(() -> v2.listCisScans(ask -> {}).scans().isEmpty() ? null : "begun");
      assertThat(once(token).exitCode()).isZero();
      assertAnswered(v2);
    }
  }

  /// A run collects for three minutes at least.
  @Test
  @Tag("slow")
  void an_agent_that_stays_answers_a_scan_and_a_run_at_once() throws Exception {
    writeContent();
    launch();
    try (Inspector2Client v2 = clients().v2();
        InspectorClient classic = clients().classic()) {
      String run = run(classic);
      scan(v2);
      assertAnswered(v2);
      assertThat(await(() -> state(classic, run)))
          .isIn(AssessmentRunState.COMPLETED, AssessmentRunState.COMPLETED_WITH_ERRORS);
      List<String> arns = classic.listFindings(ask -> ask.assessmentRunArns(run)).findingArns();
      assertThat(classic.describeFindings(ask -> ask.findingArns(arns)).findings())
          .extracting(Finding::id)
          .contains("root")
          .anyMatch(id -> id.endsWith("root-login"));
    }
  }

  @Test
  void without_content_the_scan_ends_with_the_reason() throws Exception {
    Path token = agents.token(1);
    assertThat(once(token).exitCode()).isZero();
    try (Inspector2Client v2 = clients().v2()) {
      scan(v2);
      await(() -> v2.listCisScans(ask -> {}).scans().isEmpty() ? null : "begun");
      assertThat(once(token).err()).contains("benchmark: there is no CIS content for DEBIAN_12 in");
      CisScan ended = await(() -> ended(v2));
      assertThat(ended.status()).isEqualTo(CisScanStatus.FAILED);
      assertThat(target(v2, ended).targetStatusReason())
          .isEqualTo(CisTargetStatusReason.UNSUPPORTED_OS);
    }
  }

  @Test
  void a_benchmark_that_its_owner_does_not_want_is_not_evaluated() throws Exception {
    Path token = agents.token(1);
    assertThat(once(token).exitCode()).isZero();
    try (Inspector2Client v2 = clients().v2()) {
      scan(v2);
      await(() -> v2.listCisScans(ask -> {}).scans().isEmpty() ? null : "begun");
      assertThat(once(token, "--without", "benchmark").err()).doesNotContain("benchmark");
      assertThat(ended(v2)).isNull();
    }
  }

  private void writeContent() throws IOException {
    Files.writeString(
        directory.resolve("content/few-ds.xml"),
        CisCommandTest.CONTENT.replace(
            "<title>Base</title>", "<title>CIS Benchmark for Level 1 - Server</title>"));
  }

  private static void assertAnswered(Inspector2Client v2) throws InterruptedException {
    CisScan ended = await(() -> ended(v2));
    assertThat(ended.status()).isEqualTo(CisScanStatus.COMPLETED);
    assertThat(ended.failedChecks()).isEqualTo(1);
    assertThat(target(v2, ended).targetStatus()).isEqualTo(CisTargetStatus.COMPLETED);
    assertThat(details(v2, ended))
        .singleElement()
        .satisfies(
            detail -> {
              assertThat(detail.checkId()).isEqualTo("root");
              assertThat(detail.statusAsString()).isEqualTo("FAILED");
              assertThat(detail.title()).isEqualTo("Root");
              // What a session has no room for came as evidence.
              assertThat(detail.statusReason()).contains("PermitRootLogin yes");
            });
  }

  private SdkClients clients() {
    return new SdkClients(served.url(), directory.resolve("data/admin-credentials"));
  }

  private Assay once(Path token, Object... more) {
    List<Object> words =
        new ArrayList<>(List.of("--tag", "role=web", "--content", directory.resolve("content")));
    words.addAll(List.of(more));
    return agents.once(token, directory.resolve("state"), root(), words.toArray());
  }

  private Path root() {
    Path root = directory.resolve("root");
    Root.debian(root)
        .installed("bash", "5.2.15-2+b2")
        .with("etc/hostname", "web-1\n")
        .with("etc/ssh/sshd_config", "Port 22\nPermitRootLogin yes\n");
    return root;
  }

  private void launch() throws IOException, InterruptedException {
    agent =
        ServedProcess.forked(
                "agent",
                "--server",
                served.url(),
                "--token-file",
                agents.token(1).toString(),
                "--state",
                directory.resolve("state").toString(),
                "--root",
                root().toString(),
                "--tag",
                "role=web",
                "--content",
                directory.resolve("content").toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("said").toFile())
            .start();
    await(() -> said().contains("inventory: handed in") ? "in" : null);
  }

  private String said() {
    try {
      return Files.readString(directory.resolve("said"), StandardCharsets.UTF_8);
    } catch (IOException notYet) {
      return "";
    }
  }

  private static void scan(Inspector2Client client) {
    client.createCisScanConfiguration(
        made ->
            made.scanName("few")
                .securityLevel(CisSecurityLevel.LEVEL_1)
                .schedule(when -> when.oneTime(once -> {}))
                .targets(
                    what ->
                        what.accountIds("SELF")
                            .targetResourceTags(Map.of("role", List.of("web")))));
  }

  private static @Nullable CisScan ended(Inspector2Client client) {
    return client.listCisScans(ask -> {}).scans().stream()
        .filter(scan -> scan.status() != CisScanStatus.IN_PROGRESS)
        .findFirst()
        .orElse(null);
  }

  private static CisTargetResourceAggregation target(Inspector2Client client, CisScan scan) {
    return client
        .listCisScanResultsAggregatedByTargetResource(ask -> ask.scanArn(scan.scanArn()))
        .targetResourceAggregations()
        .getFirst();
  }

  private static List<CisScanResultDetails> details(Inspector2Client client, CisScan scan) {
    CisTargetResourceAggregation target = target(client, scan);
    return client
        .getCisScanResultDetails(
            ask ->
                ask.scanArn(scan.scanArn())
                    .accountId(target.accountId())
                    .targetResourceId(target.targetResourceId()))
        .scanResultDetails();
  }

  /// A run with both packages, begun.
  private static String run(InspectorClient client) {
    String target =
        client
            .createAssessmentTarget(made -> made.assessmentTargetName("all"))
            .assessmentTargetArn();
    List<String> all = client.listRulesPackages(ask -> {}).rulesPackageArns();
    List<String> rules =
        client.describeRulesPackages(ask -> ask.rulesPackageArns(all)).rulesPackages().stream()
            .filter(each -> PACKAGES.contains(each.name()))
            .map(each -> each.arn())
            .toList();
    String template =
        client
            .createAssessmentTemplate(
                made ->
                    made.assessmentTargetArn(target)
                        .assessmentTemplateName("benchmarks")
                        .durationInSeconds(180)
                        .rulesPackageArns(rules))
            .assessmentTemplateArn();
    return client
        .startAssessmentRun(made -> made.assessmentTemplateArn(template))
        .assessmentRunArn();
  }

  /// How the run ended; null before.
  private static @Nullable AssessmentRunState state(InspectorClient client, String run) {
    AssessmentRun known =
        client
            .describeAssessmentRuns(ask -> ask.assessmentRunArns(run))
            .assessmentRuns()
            .getFirst();
    return known.completedAt() == null ? null : known.state();
  }

  private static <T> T await(Supplier<@Nullable T> condition) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    @Nullable T found = condition.get();
    while (found == null) {
      assertThat(System.nanoTime()).as("it takes too long").isLessThan(deadline);
      Thread.sleep(200);
      found = condition.get();
    }
    return found;
  }
}
