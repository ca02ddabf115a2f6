package dev.assay.store.classic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.agent.CollectionWindows;
import dev.assay.assessment.agent.CollectionWindows.Benchmark;
import dev.assay.assessment.agent.CollectionWindows.Window;
import dev.assay.assessment.agent.HealthCode;
import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.ClassicLimits;
import dev.assay.assessment.classic.Listing;
import dev.assay.assessment.classic.host.Agent;
import dev.assay.assessment.classic.host.AgentHealth;
import dev.assay.assessment.classic.rulespackage.RulesPackage;
import dev.assay.assessment.classic.run.RunAgent;
import dev.assay.assessment.classic.run.RunState;
import dev.assay.assessment.classic.subscription.Publisher;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.resource.ResourceType;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.store.Database;
import dev.assay.store.scratch.ScratchDatabases;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What agents learn of runs, and runs of agents.
final class CollectionWindowsTest {
  private static final Tenant TENANT = Tenant.of("123456789012", "eu-central-1");
  private static final ResourceKey HOST = host("web-1");

  private final Database database = ScratchDatabases.open();
  private final KnownHosts hosts = new KnownHosts();
  private final ClassicNode node =
      new ClassicNode(database, hosts, Publisher.NONE, ClassicLimits.DEFAULT);
  private final CollectionWindows windows = new PostgresCollectionWindows();

  @AfterEach
  void close() {
    node.close();
    database.close();
  }

  @Test
  void an_agent_is_told_of_the_run_that_collects_of_its_host_until_that_is_over() {
    String run = collectingRun(AgentHealth.IDLE);
    assertThat(windows(HOST)).extracting(Window::run).containsExactly(run);
    assertThat(windows(HOST).getFirst().benchmarks()).isEmpty();
    assertThat(windows(HOST).getFirst().endsAt()).isAfter(Instant.now().plusSeconds(100));
    assertThat(windows(host("another"))).isEmpty();
    node.classic.runs().stop(TENANT, run);
    node.workUntilIdle();
    assertThat(windows(HOST)).isEmpty();
  }

  @Test
  void an_agent_is_told_which_benchmarks_a_run_wants() {
    hosts.addWithAgent(
        TENANT, "web-1", new Agent("1.0", AgentHealth.IDLE, null, "", Instant.EPOCH));
    node.finishedRun(
        TENANT,
        RulesPackage.VULNERABILITIES,
        RulesPackage.CIS_BENCHMARKS,
        RulesPackage.SECURITY_BEST_PRACTICES);
    assertThat(windows(HOST).getFirst().benchmarks())
        .containsExactlyInAnyOrder(Benchmark.CIS, Benchmark.BEST_PRACTICES);
    node.classic.runs().stop(TENANT, windows(HOST).getFirst().run());
    node.workUntilIdle();
    assertThat(windows(HOST)).isEmpty();
  }

  @Test
  void a_run_shows_how_its_agents_do_and_counts_what_they_hand_in() {
    String run = collectingRun(AgentHealth.IDLE);
    database
        .transactions()
        .change(
            writing -> {
              windows.heard(writing, HOST, HealthCode.THROTTLED, "too often");
              windows.collected(writing, HOST, "Runtime", 100);
              windows.collected(writing, HOST, "Runtime", 20);
              windows.collected(writing, host("another"), "Runtime", 7);
            });
    RunAgent agent = agents(run).getFirst();
    assertThat(agent.health()).isEqualTo(AgentHealth.THROTTLED);
    assertThat(agent.details()).isEqualTo("too often");
    assertThat(agent.telemetry()).contains(new RunAgent.Telemetry("Runtime", 2, 120L));
  }

  @Test
  void a_run_does_not_wait_for_an_agent_that_is_silent() {
    String run = collectingRun(AgentHealth.UNKNOWN);
    assertThat(node.describeRun(TENANT, run).run().state()).isEqualTo(RunState.COMPLETED);
  }

  private String collectingRun(AgentHealth health) {
    hosts.addWithAgent(TENANT, "web-1", new Agent("1.0", health, null, "", Instant.EPOCH));
    return node.finishedRun(TENANT, RulesPackage.VULNERABILITIES);
  }

  private List<Window> windows(ResourceKey host) {
    return database.transactions().read(reading -> windows.of(reading, host));
  }

  private List<RunAgent> agents(String run) {
    return database
        .transactions()
        .read(
            reading ->
                PostgresClassic.stores()
                    .runs()
                    .agents(
                        reading,
                        ClassicArn.parse(run).orElseThrow(),
                        EnumSet.allOf(AgentHealth.class),
                        0,
                        10))
        .stream()
        .map(Listing.Row::item)
        .toList();
  }

  private static ResourceKey host(String id) {
    return new ResourceKey(TENANT, ResourceType.HOST, id);
  }
}
