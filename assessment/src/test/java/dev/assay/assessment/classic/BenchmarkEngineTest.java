package dev.assay.assessment.classic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.cis.BenchmarkReport;
import dev.assay.assessment.cis.BenchmarkStore;
import dev.assay.assessment.cis.CisLevel;
import dev.assay.assessment.classic.evaluation.BenchmarkEngine;
import dev.assay.assessment.classic.evaluation.ClassicSeverity;
import dev.assay.assessment.classic.evaluation.Evaluation;
import dev.assay.assessment.classic.evaluation.RuleFinding;
import dev.assay.assessment.classic.exclusion.Exclusion;
import dev.assay.assessment.classic.exclusion.ExclusionType;
import dev.assay.assessment.classic.host.Agent;
import dev.assay.assessment.classic.host.AgentHealth;
import dev.assay.assessment.classic.host.AssessedHost;
import dev.assay.assessment.classic.host.BenchmarkEvidence;
import dev.assay.assessment.classic.host.HostEvidence;
import dev.assay.assessment.classic.rulespackage.RulesPackage;
import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.resource.ResourceDetails;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.resource.ResourceType;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BenchmarkEngineTest {
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
  private static final Reading READING = new Reading() {};
  private static final Resource WEB =
      new Resource(
          1,
          new ResourceKey(
              Tenant.of("111122223333", "eu-central-1"), ResourceType.HOST, "web-1.example"),
          ResourceDetails.Host.unknown(),
          Map.of(),
          NOW,
          NOW);

  private final List<BenchmarkReport> reports = new ArrayList<>();
  private final BenchmarkStore store =
      new BenchmarkStore() {
        @Override
        public void keep(Writing transaction, Resource host, BenchmarkReport report, Instant at) {
          reports.add(report);
        }

        @Override
        public List<BenchmarkReport> of(Reading transaction, Resource host) {
          return reports;
        }
      };

  @Test
  void a_host_without_results_is_excluded_in_the_words_of_its_agent() {
    Agent agent =
        new Agent("1.0", AgentHealth.IDLE, null, "benchmark: no content for X", Instant.EPOCH);
    var host = new AssessedHost(WEB, new HostEvidence.Absent(), agent);
    assertThat(BenchmarkEngine.cis(store).exclusions(READING, host))
        .singleElement()
        .extracting(Exclusion::description)
        .asString()
        .endsWith(
            "No benchmark's results were submitted (assay cis --submit). Its agent: benchmark: no"
                + " content for X");
  }

  @Test
  void a_rule_that_failed_is_a_finding_of_its_severity() {
    report(rule("a", "high", "FAILED", "is yes"), rule("b", "low", "PASSED", ""));

    assertThat(evaluated().exclusions()).isEmpty();
    assertThat(evaluated().findings())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.finding().id()).isEqualTo("a");
              assertThat(found.finding().severity()).isEqualTo(ClassicSeverity.HIGH);
              assertThat(found.finding().description()).contains("is yes");
            });
  }

  @Test
  void what_was_not_evaluated_is_excluded_beside_the_findings() {
    report(
        rule("a", "medium", "UNKNOWN", "unreadable"),
        rule("b", "unknown", "FAILED", ""),
        rule("c", "low", "NOT_APPLICABLE", ""));

    assertThat(evaluated().findings())
        .extracting(found -> found.finding().severity())
        .containsExactly(ClassicSeverity.UNDEFINED);
    assertThat(evaluated().exclusions())
        .singleElement()
        .satisfies(
            exclusion -> {
              assertThat(exclusion.type())
                  .isEqualTo(ExclusionType.RULES_EVALUATION_ERROR_FOR_SINGLE_INSTANCE);
              assertThat(exclusion.description()).endsWith("profile: a: unreadable");
            });
  }

  @Test
  void a_host_that_complies_has_the_finding_that_nothing_was_found() {
    report(rule("a", "high", "PASSED", ""));

    assertThat(evaluated().findings())
        .extracting(found -> found.finding())
        .containsExactly(RuleFinding.nothing());
  }

  @Test
  void a_host_without_any_evaluated_rule_never_complies() {
    assertThat(evaluated().findings()).isEmpty();
    assertThat(evaluated().exclusions()).hasSize(1);

    report(rule("a", "high", "ERROR", "timeout"));
    assertThat(evaluated().findings()).isEmpty();
    assertThat(evaluated().exclusions()).hasSize(1);
  }

  @Test
  void a_benchmark_is_evidence_where_there_is_no_inventory() {
    var evidence = new BenchmarkEvidence((_, _) -> new HostEvidence.Absent(), store);
    assertThat(evidence.of(READING, WEB)).isInstanceOf(HostEvidence.Absent.class);

    report(rule("a", "high", "PASSED", ""));
    assertThat(evidence.of(READING, WEB)).isEqualTo(new HostEvidence.Benchmarks(NOW));
  }

  @Test
  void best_practices_and_benchmarks_each_have_a_rules_package_of_their_own() {
    report(rule("a", "high", "FAILED", ""));
    reports.add(
        new BenchmarkReport(
            BenchmarkReport.BEST_PRACTICES,
            "1",
            "default",
            CisLevel.LEVEL_1,
            null,
            NOW,
            List.of(rule("b", "medium", "FAILED", ""), rule("c", "medium", "UNKNOWN", "why"))));

    assertThat(evaluated().findings())
        .extracting(found -> found.finding().id())
        .containsExactly("a");
    assertThat(evaluated().exclusions()).isEmpty();
    Evaluation best = evaluated(BenchmarkEngine.bestPractices(store));
    assertThat(best.findings())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.rulesPackage()).isEqualTo(RulesPackage.SECURITY_BEST_PRACTICES);
              assertThat(found.finding().id()).isEqualTo("b");
              assertThat(found.finding().severity()).isEqualTo(ClassicSeverity.MEDIUM);
              assertThat(found.finding().attributes())
                  .noneMatch(attribute -> attribute.key().equals("CIS_BENCHMARK_PROFILE"));
            });
    assertThat(best.exclusions())
        .singleElement()
        .satisfies(exclusion -> assertThat(exclusion.description()).endsWith("default: c: why"));
  }

  @Test
  void a_host_without_best_practices_is_told_how_to_hand_them_in() {
    report(rule("a", "high", "FAILED", ""));

    Evaluation best = evaluated(BenchmarkEngine.bestPractices(store));
    assertThat(best.findings()).isEmpty();
    assertThat(best.exclusions())
        .singleElement()
        .satisfies(
            exclusion ->
                assertThat(exclusion.description())
                    .contains("assay cis --content best-practices --submit"));
  }

  @Test
  void best_practices_have_rules_for_linux_only() {
    Resource windows =
        new Resource(
            2,
            WEB.key(),
            ResourceDetails.Host.unknown().on("WINDOWS_SERVER_2022"),
            Map.of(),
            NOW,
            NOW);
    var host = new AssessedHost(windows, new HostEvidence.Benchmarks(NOW), null);
    assertThat(BenchmarkEngine.bestPractices(store).exclusions(READING, host))
        .singleElement()
        .satisfies(
            exclusion ->
                assertThat(exclusion.type())
                    .isEqualTo(ExclusionType.RULES_PACKAGE_NOT_SUPPORTED_BY_OS));
  }

  private Evaluation evaluated() {
    return evaluated(BenchmarkEngine.cis(store));
  }

  private static Evaluation evaluated(BenchmarkEngine engine) {
    return Evaluation.of(
        READING,
        List.of(engine),
        List.of(new AssessedHost(WEB, new HostEvidence.Benchmarks(NOW), null)));
  }

  private void report(BenchmarkReport.Rule... rules) {
    reports.add(
        new BenchmarkReport(
            "benchmark", "1", "profile", CisLevel.LEVEL_1, null, NOW, List.of(rules)));
  }

  private static BenchmarkReport.Rule rule(
      String id, String severity, String status, String reason) {
    return new BenchmarkReport.Rule(
        id, "Title of " + id, null, null, CisLevel.LEVEL_1, severity, status, reason);
  }
}
