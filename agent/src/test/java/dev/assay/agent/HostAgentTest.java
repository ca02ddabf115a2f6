package dev.assay.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.agent.collect.Collector;
import dev.assay.agent.service.ServiceAddress;
import dev.assay.agent.service.ServiceClient;
import dev.assay.agent.service.ServiceTime;
import dev.assay.agent.state.AgentState;
import dev.assay.agent.state.MachineIdentity;
import dev.assay.agent.state.Spool;
import dev.assay.agent.state.StateDirectory;
import dev.assay.awsapi.assay.AgentHealthCode;
import dev.assay.awsapi.assay.CollectingRun;
import dev.assay.awsapi.assay.EvidenceContent;
import dev.assay.awsapi.assay.SendHeartbeatRequest;
import dev.assay.awsapi.assay.SubmitEvidenceRequest;
import dev.assay.awsapi.json.JsonReader;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The agent's loop against the real protocol, its time in the test's hands.
final class HostAgentTest {
  private static final Duration LONG = Duration.ofMinutes(16);

  @TempDir Path directory;
  private final FakeService service = new FakeService();
  private final List<String> log = new ArrayList<>();
  private Instant clock = service.now;
  private Duration passed = Duration.ZERO;
  private String content = "{\"packages\":[\"" + "x".repeat(2000) + "\"]}";
  private boolean unreadable;
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
  void what_has_not_changed_is_not_sent_again() throws Exception {
    agent.step();
    assertThat(service.taken).hasSize(1);
    pass(Duration.ofHours(2));
    agent.step();
    assertThat(service.taken).hasSize(1);
    content = "{\"packages\":[]}";
    pass(Duration.ofHours(2));
    agent.step();
    assertThat(service.taken).hasSize(2);
  }

  @Test
  void it_knows_when_it_has_collected() throws Exception {
    assertThat(agent.hasCollected()).isFalse();
    agent.step();
    assertThat(agent.hasCollected()).isTrue();
    pass(Duration.ofSeconds(61));
    agent.step();
    assertThat(agent.hasCollected()).isFalse();
  }

  @Test
  void it_says_how_it_does_every_minute_and_rests_in_between() throws Exception {
    Duration idle = agent.step();
    assertThat(idle).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));
    assertThat(agent.step()).isEqualTo(idle);
    pass(Duration.ofSeconds(61));
    agent.step();
    assertThat(service.heartbeats)
        .extracting(SendHeartbeatRequest::health)
        .containsExactly(AgentHealthCode.IDLE, AgentHealthCode.IDLE);
  }

  @Test
  void while_the_service_is_away_it_waits_ever_longer_and_loses_nothing() throws Exception {
    service.away = true;
    agent.step();
    int first = service.calls;
    for (int i = 0; i < 60; i++) {
      pass(Duration.ofMinutes(1));
      agent.step();
    }
    assertThat(service.calls - first).isLessThan(60);
    service.away = false;
    pass(LONG);
    agent.step();
    assertThat(service.taken).hasSize(1);
    assertThat(log).contains("the service is there again");
    assertThat(log.stream().filter(line -> line.contains("cannot be reached"))).hasSize(1);
  }

  @Test
  void what_waited_when_the_agent_was_killed_is_handed_in_by_the_next() throws Exception {
    service.away = true;
    agent.step();
    service.away = false;
    unreadable = true;
    agent().step();
    assertThat(service.taken).hasSize(1);
  }

  @Test
  void an_answer_that_was_lost_costs_a_question_and_no_part() throws Exception {
    service.diesAfterTaking = true;
    agent.step();
    assertThat(service.taken).hasSize(1);
    service.diesAfterTaking = false;
    pass(LONG);
    agent.step();
    assertThat(service.taken).hasSize(1);
    assertThat(directory.resolve("state/spool")).isEmptyDirectory();
  }

  @Test
  void an_agent_that_hears_the_service_again_is_not_unhealthy_for_having_missed_it()
      throws Exception {
    service.away = true;
    agent.step();
    service.away = false;
    pass(LONG);
    agent.step();
    assertThat(service.heartbeats)
        .singleElement()
        .returns(AgentHealthCode.IDLE, SendHeartbeatRequest::health)
        .returns("", SendHeartbeatRequest::details);
  }

  @Test
  void a_part_that_is_not_taken_again_and_again_makes_it_unhealthy_until_it_is() throws Exception {
    service.takesNothing = true;
    agent.step();
    pass(Duration.ofMinutes(2));
    agent.step();
    assertThat(service.heartbeats.getLast().health()).isEqualTo(AgentHealthCode.IDLE);
    for (int i = 0; i < 3; i++) {
      pass(LONG);
      agent.step();
    }
    assertThat(service.heartbeats.getLast())
        .returns(AgentHealthCode.UNHEALTHY, SendHeartbeatRequest::health)
        .satisfies(
            said -> assertThat(said.details()).startsWith("what was collected is not taken: "));
    service.takesNothing = false;
    pass(LONG);
    agent.step();
    pass(Duration.ofMinutes(2));
    agent.step();
    assertThat(service.heartbeats.getLast().health()).isEqualTo(AgentHealthCode.IDLE);
  }

  @Test
  void a_clock_that_jumps_is_put_right_by_the_service_s() throws Exception {
    Instant start = service.now;
    clock = clock.plus(Duration.ofDays(400));
    agent.step();
    assertThat(service.taken).hasSize(1);
    clock = clock.minus(Duration.ofDays(4000));
    pass(Duration.ofMinutes(2));
    agent.step();
    assertThat(service.heartbeats).hasSize(2);
    assertThat(service.taken.getFirst().collectedAt()).isEqualTo(start);
  }

  @Test
  void a_revoked_key_stops_it() {
    service.keys.clear();
    assertThatThrownBy(agent::step)
        .isInstanceOf(StoppedException.class)
        .hasMessageContaining("it was revoked");
  }

  @Test
  void what_cannot_be_read_is_said_and_makes_it_unhealthy() throws Exception {
    unreadable = true;
    agent.step();
    pass(Duration.ofMinutes(2));
    agent.step();
    assertThat(service.heartbeats.getLast().health()).isEqualTo(AgentHealthCode.UNHEALTHY);
    assertThat(service.heartbeats.getLast().details())
        .isEqualTo("inventory cannot be collected: no such thing");
  }

  @Test
  void a_run_makes_it_collect_at_once_and_more_often() throws Exception {
    agent.step();
    service.runs = List.of(run());
    service.interval = 30;
    content = "{\"packages\":[\"new\"]}";
    pass(Duration.ofMinutes(1));
    agent.step();
    assertThat(service.taken).hasSize(2);
    content = "{\"packages\":[\"newer\"]}";
    pass(Duration.ofSeconds(31));
    agent.step();
    assertThat(service.taken).hasSize(3);
    pass(Duration.ofMinutes(1));
    agent.step();
    assertThat(service.heartbeats.getLast().health()).isEqualTo(AgentHealthCode.RUNNING);
  }

  @Test
  void no_service_can_make_it_collect_more_often_than_every_ten_seconds() throws Exception {
    service.interval = 0;
    agent.step();
    int before = service.calls;
    pass(Duration.ofSeconds(5));
    agent.step();
    assertThat(service.calls).isEqualTo(before);
  }

  @Test
  void an_old_key_is_replaced_and_the_new_one_is_kept() throws Exception {
    service.now = service.now.plus(Duration.ofDays(31));
    agent.step();
    pass(Duration.ofMinutes(2));
    agent.step();
    service.keys.keySet().retainAll(List.of("ASAYRENEWEDRENEWED22"));
    pass(Duration.ofMinutes(2));
    agent.step();
    assertThat(state.read().orElseThrow().accessKeyId()).isEqualTo("ASAYRENEWEDRENEWED22");
  }

  @Test
  void its_last_word_is_that_it_ends() throws Exception {
    agent.shutDown();
    assertThat(service.heartbeats.getLast().health()).isEqualTo(AgentHealthCode.SHUTDOWN);
  }

  @Test
  void evidence_goes_under_the_host_s_own_name() throws Exception {
    agent.step();
    SubmitEvidenceRequest sent = service.taken.getFirst();
    assertThat(sent.resource().id()).isEqualTo("web-1");
    assertThat(sent.tags()).isEqualTo(Map.of("env", "prod"));
  }

  private CollectingRun run() {
    return CollectingRun.builder().runArn("arn:run").endsAt(service.now.plusSeconds(180)).build();
  }

  private void pass(Duration time) {
    passed = passed.plus(time);
    clock = clock.plus(time);
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
    ServiceTime time = new ServiceTime(() -> clock);
    return new HostAgent(
        new HostAgent.Surroundings(
            () -> passed.toNanos(), new Random(1), "1.0", Optional.of("6.1"), log::add),
        List.of(new Inventory()),
        Optional.empty(),
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
            new KeyedService.Host(true, "web-1", Map.of("env", "prod"))));
  }

  private final class Inventory implements Collector {
    @Override
    public String name() {
      return "inventory";
    }

    @Override
    public Keeping keeping() {
      return Keeping.NEWEST;
    }

    @Override
    public byte[] collect() throws IOException {
      if (unreadable) {
        throw new IOException("no such thing");
      }
      return content.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public EvidenceContent content(byte[] collected) {
      return new EvidenceContent.Inventory(JsonReader.read(collected));
    }
  }
}
