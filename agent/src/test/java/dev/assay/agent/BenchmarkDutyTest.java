package dev.assay.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.agent.benchmark.Asked;
import dev.assay.agent.benchmark.Evaluations;
import dev.assay.agent.benchmark.Outcome;
import dev.assay.agent.service.ServiceAddress;
import dev.assay.agent.service.ServiceClient;
import dev.assay.agent.service.ServiceTime;
import dev.assay.agent.state.AgentState;
import dev.assay.agent.state.MachineIdentity;
import dev.assay.agent.state.Spool;
import dev.assay.agent.state.StateDirectory;
import dev.assay.awsapi.assay.AgentHealthCode;
import dev.assay.awsapi.assay.BenchmarkLevel;
import dev.assay.awsapi.assay.BenchmarkResults;
import dev.assay.awsapi.assay.BenchmarkRule;
import dev.assay.awsapi.assay.BenchmarkStatus;
import dev.assay.awsapi.assay.CollectingRun;
import dev.assay.awsapi.assay.EvidenceContent;
import dev.assay.awsapi.assay.SendHeartbeatRequest;
import dev.assay.awsapi.assay.WantedBenchmark;
import dev.assay.awsapi.inspector2.CisRuleStatus;
import dev.assay.awsapi.inspector2.CisSessionMessage;
import dev.assay.awsapi.inspector2.StopCisSessionMessage;
import dev.assay.awsapi.inspector2.StopCisSessionStatus;
import dev.assay.awsapi.sigv4.Credentials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an agent does for scans and runs that wait for a benchmark, against the real protocol.
@NullUnmarked
final class BenchmarkDutyTest {
  private static final String JOB = "11111111-2222-3333-4444-555555555555";
  private static final String OTHER = "11111111-2222-3333-4444-666666666666";

  @TempDir Path directory;
  private final FakeService service = new FakeService();
  private final List<Asked> asked = new ArrayList<>();
  private final List<Instant> moments = new ArrayList<>();
  private final List<String> log = new ArrayList<>();
  private Optional<Outcome> outcome = Optional.empty();
  private boolean stopped;
  private Duration passed = Duration.ZERO;
  private StateDirectory state;
  private HostAgent agent;

  @BeforeEach
  void start() throws IOException {
    state = StateDirectory.open(directory.resolve("state"));
    agent = agent();
  }

  @AfterEach
  void leave() {
    state.close();
  }

  @Test
  void a_scan_that_waits_is_answered_by_a_session_and_by_evidence() throws Exception {
    service.sessions.ask(JOB, BenchmarkLevel.LEVEL_1, service.now);
    agent.step();
    assertThat(asked).containsExactly(Asked.CIS_LEVEL_1);
    outcome = Optional.of(new Outcome.Evaluated(results(BenchmarkLevel.LEVEL_1, 2)));
    agent.step();
    assertThat(service.sessions.calls)
        .containsExactly("start " + JOB, "telemetry " + JOB, "stop " + JOB);
    assertThat(service.sessions.verdicts)
        .extracting(CisSessionMessage::ruleId, CisSessionMessage::status)
        .containsExactly(
            Tuple.tuple("rule-0", CisRuleStatus.FAILED),
            Tuple.tuple("rule-1", CisRuleStatus.PASSED));
    StopCisSessionMessage end = service.sessions.stopped.get(JOB);
    assertThat(end.status()).isEqualTo(StopCisSessionStatus.SUCCESS);
    assertThat(end.progress().failedChecks()).isEqualTo(1);
    assertThat(end.computePlatform().product()).isEqualTo("UBUNTU");
    assertThat(end.computePlatform().version()).isEqualTo("22_04");
    assertThat(service.taken)
        .singleElement()
        .satisfies(
            sent -> {
              assertThat(sent.resource().id()).isEqualTo("web-1");
              assertThat(((EvidenceContent.Benchmark) sent.content()).value().rules()).hasSize(2);
            });
  }

  @Test
  void one_evaluation_of_the_highest_level_answers_all_scans() throws Exception {
    service.sessions.ask(JOB, BenchmarkLevel.LEVEL_1, service.now);
    service.sessions.ask(OTHER, BenchmarkLevel.LEVEL_2, service.now);
    agent.step();
    outcome = Optional.of(new Outcome.Evaluated(results(BenchmarkLevel.LEVEL_2, 4)));
    agent.step();
    assertThat(asked).containsExactly(Asked.CIS);
    assertThat(service.sessions.stopped.get(JOB).progress().totalChecks()).isEqualTo(2);
    assertThat(service.sessions.stopped.get(OTHER).progress().totalChecks()).isEqualTo(4);
  }

  @Test
  void a_scan_whose_level_the_content_does_not_have_is_told_so() throws Exception {
    service.sessions.ask(JOB, BenchmarkLevel.LEVEL_2, service.now);
    agent.step();
    outcome = Optional.of(new Outcome.Evaluated(results(BenchmarkLevel.LEVEL_1, 2)));
    agent.step();
    StopCisSessionMessage end = service.sessions.stopped.get(JOB);
    assertThat(end.status()).isEqualTo(StopCisSessionStatus.UNSUPPORTED_OS);
    assertThat(end.reason()).isEqualTo("profile has no rules of LEVEL_2");
    assertThat(service.sessions.verdicts).isEmpty();
  }

  @Test
  void without_content_the_scan_ends_with_the_reason_and_the_agent_is_well() throws Exception {
    service.sessions.ask(JOB, BenchmarkLevel.LEVEL_1, service.now);
    outcome = Optional.of(new Outcome.NoContent("there is no CIS content for X in /nowhere"));
    agent.step();
    StopCisSessionMessage end = service.sessions.stopped.get(JOB);
    assertThat(end.status()).isEqualTo(StopCisSessionStatus.UNSUPPORTED_OS);
    assertThat(end.reason()).isEqualTo("there is no CIS content for X in /nowhere");
    pass(Duration.ofMinutes(2));
    agent.step();
    SendHeartbeatRequest said = service.heartbeats.getLast();
    assertThat(said.health()).isEqualTo(AgentHealthCode.IDLE);
    assertThat(said.details()).isEqualTo("benchmark: there is no CIS content for X in /nowhere");
    assertThat(said.collectors()).containsExactly("benchmark");
    assertThat(asked).hasSize(1);
  }

  @Test
  void an_evaluation_that_fails_ends_the_scan_with_the_reason() throws Exception {
    service.sessions.ask(JOB, BenchmarkLevel.LEVEL_1, service.now);
    outcome = Optional.of(new Outcome.Failed("it broke"));
    agent.step();
    assertThat(service.sessions.stopped.get(JOB).status()).isEqualTo(StopCisSessionStatus.FAILED);
    assertThat(service.sessions.stopped.get(JOB).reason()).isEqualTo("it broke");
  }

  @Test
  void a_run_gets_the_benchmarks_that_it_wants_once() throws Exception {
    service.runs =
        List.of(
            CollectingRun.builder()
                .runArn("arn:run")
                .endsAt(service.now.plusSeconds(600))
                .benchmarks(List.of(WantedBenchmark.CIS, WantedBenchmark.BEST_PRACTICES))
                .build());
    outcome = Optional.of(new Outcome.Evaluated(results(BenchmarkLevel.LEVEL_1, 2)));
    agent.step();
    agent.step();
    assertThat(asked).containsExactly(Asked.CIS, Asked.BEST_PRACTICES);
    assertThat(service.taken).hasSize(2);
    pass(Duration.ofMinutes(2));
    agent.step();
    assertThat(asked).hasSize(2);
  }

  @Test
  void while_it_evaluates_the_agent_goes_on_and_the_session_hears_of_it() throws Exception {
    service.sessions.ask(JOB, BenchmarkLevel.LEVEL_1, service.now);
    agent.step();
    assertThat(agent.step()).isEqualTo(Duration.ofSeconds(1));
    pass(Duration.ofSeconds(70));
    agent.step();
    assertThat(service.heartbeats).hasSize(2);
    assertThat(service.sessions.calls).containsExactly("start " + JOB, "health " + JOB);
    agent.shutDown();
    assertThat(stopped).isTrue();
  }

  @Test
  void an_agent_that_was_started_anew_goes_on_with_its_session() throws Exception {
    service.sessions.ask(JOB, BenchmarkLevel.LEVEL_1, service.now);
    agent.step();
    agent = agent();
    outcome = Optional.of(new Outcome.Evaluated(results(BenchmarkLevel.LEVEL_1, 2)));
    agent.step();
    agent.step();
    assertThat(service.sessions.stopped.get(JOB).status()).isEqualTo(StopCisSessionStatus.SUCCESS);
  }

  @Test
  void a_job_that_another_answers_is_left_to_it() throws Exception {
    service.sessions.ask(JOB, BenchmarkLevel.LEVEL_1, service.now);
    service.sessions.tokens.put(JOB, "another's");
    outcome = Optional.of(new Outcome.Evaluated(results(BenchmarkLevel.LEVEL_1, 2)));
    agent.step();
    assertThat(service.sessions.verdicts).isEmpty();
    assertThat(service.sessions.stopped).isEmpty();
    assertThat(service.taken).hasSize(1);
    pass(Duration.ofMinutes(2));
    agent.step();
    assertThat(asked).hasSize(1);
  }

  @Test
  void results_wait_while_the_service_is_away() throws Exception {
    service.sessions.ask(JOB, BenchmarkLevel.LEVEL_1, service.now);
    agent.step();
    service.away = true;
    outcome = Optional.of(new Outcome.Evaluated(results(BenchmarkLevel.LEVEL_1, 2)));
    agent.step();
    assertThat(service.sessions.stopped).isEmpty();
    service.away = false;
    pass(Duration.ofMinutes(16));
    agent.step();
    assertThat(service.sessions.stopped).containsKey(JOB);
    assertThat(asked).hasSize(1);
    assertThat(log).contains("benchmark: handed in");
  }

  @Test
  void results_are_of_no_moment_before_the_scan_asked_for_them() throws Exception {
    Instant ahead = service.now.plusSeconds(30);
    service.sessions.ask(JOB, BenchmarkLevel.LEVEL_1, ahead);
    agent.step();
    assertThat(moments).containsExactly(ahead);
  }

  @Test
  void three_hundred_rules_with_long_words_go_in_portions_that_a_session_takes() throws Exception {
    service.sessions.ask(JOB, BenchmarkLevel.LEVEL_1, service.now);
    outcome = Optional.of(new Outcome.Evaluated(results(BenchmarkLevel.LEVEL_1, 301)));
    agent.step();
    assertThat(service.sessions.calls.stream().filter(call -> call.startsWith("telemetry")))
        .hasSize(3);
    assertThat(service.sessions.verdicts)
        .hasSize(301)
        .allSatisfy(
            message -> {
              assertThat(message.cisRuleDetails().size()).isLessThanOrEqualTo(1000);
              assertThat(new String(message.cisRuleDetails().bytes(), StandardCharsets.UTF_8))
                  .contains("\"level\":\"LEVEL_1\"");
            });
  }

  private static BenchmarkResults results(BenchmarkLevel level, int rules) {
    return BenchmarkResults.builder()
        .benchmark("benchmark")
        .version("0.1.2-a-long-one")
        .profile("profile")
        .level(level)
        .platform("UBUNTU_22_04")
        .evaluatedAt(Instant.parse("2026-11-28T12:00:00Z"))
        .rules(
            IntStream.range(0, rules)
                .mapToObj(
                    i ->
                        BenchmarkRule.builder()
                            .ruleId("rule-" + i)
                            .title("Title \u0001".repeat(100))
                            .reason("\uD83D\uDE00".repeat(i * 3))
                            .level(
                                level.equals(BenchmarkLevel.LEVEL_2) && i >= rules / 2
                                    ? BenchmarkLevel.LEVEL_2
                                    : BenchmarkLevel.LEVEL_1)
                            .status(i % 2 == 0 ? BenchmarkStatus.FAILED : BenchmarkStatus.PASSED)
                            .build())
                .toList())
        .build();
  }

  private void pass(Duration time) {
    passed = passed.plus(time);
    service.now = service.now.plus(time);
  }

  private HostAgent agent() throws IOException {
    AgentState known =
        new AgentState(
            "http://localhost:1",
            "eu-central-1",
            null,
            "agent-1",
            "web-1",
            new MachineIdentity("0".repeat(32), null, null),
            "ASAYAGENTAGENTAGENT2",
            "s".repeat(40),
            service.now);
    ServiceTime time = new ServiceTime(() -> service.now);
    return new HostAgent(
        new HostAgent.Surroundings(
            () -> passed.toNanos(), new Random(1), "1.0", Optional.of("6.1"), log::add),
        List.of(),
        Optional.of(new FakeEvaluations()),
        new Spool(state.spool(), 1 << 20, log::add),
        new KeyedService(
            state,
            known,
            time,
            (keyed, part) ->
                new ServiceClient(
                    ServiceAddress.parse(keyed.server()),
                    service,
                    time,
                    new Credentials(keyed.accessKeyId(), keyed.secretAccessKey(), Optional.empty()),
                    keyed.region(),
                    part),
            new KeyedService.Host(true, "web-1", Map.of())));
  }

  /// Ends when the test says how.
  private final class FakeEvaluations implements Evaluations {
    @Override
    public Running start(Asked what, Instant at) {
      asked.add(what);
      moments.add(at);
      return new Running() {
        @Override
        public Optional<Outcome> outcome() {
          return outcome;
        }

        @Override
        public void stop() {
          stopped = true;
        }
      };
    }
  }
}
