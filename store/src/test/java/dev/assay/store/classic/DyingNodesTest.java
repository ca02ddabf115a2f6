package dev.assay.store.classic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.ClassicLimits;
import dev.assay.assessment.classic.finding.RunFinding;
import dev.assay.assessment.classic.finding.RunFindingFilter;
import dev.assay.assessment.classic.rulespackage.RulesPackage;
import dev.assay.assessment.classic.run.DescribedRun;
import dev.assay.assessment.classic.run.RunState;
import dev.assay.assessment.classic.subscription.Publisher;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.work.LeaseLostException;
import dev.assay.model.Severity;
import dev.assay.store.Database;
import dev.assay.store.scratch.ScratchDatabases;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Nodes that die in the middle of whatever they do, and whose leases others take over.
final class DyingNodesTest {
  private static final Tenant TENANT = Tenant.of("111111111111", "eu-central-1");
  private static final int RUNS = 12;
  private static final int HOSTS = 60;

  /// Stands for the end of a process: no code of the service sees it.
  private static final class Death extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final KnownHosts hosts = new KnownHosts();
  private final AtomicInteger deaths = new AtomicInteger();

  @Test
  void every_run_ends_as_if_nobody_had_died() throws InterruptedException {
    for (int i = 0; i < HOSTS; i++) {
      hosts.add(TENANT, "host-" + i, Map.of(), Vulnerabilities.of("CVE-2024-" + i, Severity.LOW));
    }
    try (Database database = ScratchDatabases.open();
        ClassicNode witness =
            new ClassicNode(database, hosts, Publisher.NONE, ClassicLimits.DEFAULT)) {
      String template =
          witness.template(
              TENANT, witness.target(TENANT, "all"), "t", RulesPackage.VULNERABILITIES);
      List<ClassicArn> runs = new ArrayList<>();
      for (int i = 0; i < RUNS; i++) {
        runs.add(witness.classic.runs().start(TENANT, template, null));
      }
      List<Thread> nodes = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        int seed = i;
        nodes.add(Thread.ofVirtual().start(() -> liveAndDie(database, seed, witness, runs)));
      }
      for (Thread node : nodes) {
        node.join(Duration.ofMinutes(2));
      }
      assertThat(deaths).hasValueGreaterThan(RUNS);
      for (ClassicArn run : runs) {
        assertUndisturbed(witness, run);
      }
    }
  }

  private void liveAndDie(Database database, int seed, ClassicNode witness, List<ClassicArn> runs) {
    Random random = new Random(seed);
    InstantSource deadlyClock =
        () -> {
          if (random.nextInt(6) == 0) {
            deaths.incrementAndGet();
            throw new Death();
          }
          return Instant.now();
        };
    try (ClassicNode node =
        new ClassicNode(database, hosts, Publisher.NONE, ClassicLimits.DEFAULT, deadlyClock)) {
      while (runs.stream().anyMatch(run -> !state(witness, run).isEnd())) {
        try {
          node.workOnce(Duration.ofMillis(300));
        } catch (Death | LeaseLostException goesOn) {
          // Another node, or this one started again, takes the run over.
        }
      }
    }
  }

  private static RunState state(ClassicNode witness, ClassicArn run) {
    return witness.describeRun(TENANT, run.toString()).run().state();
  }

  private static void assertUndisturbed(ClassicNode witness, ClassicArn run) {
    DescribedRun described = witness.describeRun(TENANT, run.toString());
    assertThat(described.run().state()).isEqualTo(RunState.COMPLETED);
    assertThat(described.changes()).hasSize(9).doesNotHaveDuplicates();
    var every = ClassicNode.everyFinding();
    List<String> arns =
        witness
            .classic
            .findings()
            .list(
                TENANT,
                new RunFindingFilter(
                    List.of(run.toString()),
                    every.agentIds(),
                    every.autoScalingGroups(),
                    every.ruleNames(),
                    every.severities(),
                    every.rulesPackages(),
                    every.attributes(),
                    every.userAttributes(),
                    every.created()),
                100,
                null)
            .items();
    assertThat(witness.classic.findings().describe(TENANT, arns).items())
        .extracting(RunFinding::asset)
        .extracting(asset -> asset.agentId())
        .hasSize(HOSTS)
        .doesNotHaveDuplicates();
  }
}
