package dev.assay.store.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.assessment.classic.Attribute;
import dev.assay.assessment.classic.ClassicLimits;
import dev.assay.assessment.classic.ClassicRefusal.AgentsAlreadyRunning;
import dev.assay.assessment.classic.ClassicRefusal.InvalidInput;
import dev.assay.assessment.classic.ClassicRefusal.RunInProgress;
import dev.assay.assessment.classic.Described.Failure;
import dev.assay.assessment.classic.Invalid;
import dev.assay.assessment.classic.evaluation.ClassicSeverity;
import dev.assay.assessment.classic.exclusion.Exclusion;
import dev.assay.assessment.classic.exclusion.ExclusionType;
import dev.assay.assessment.classic.finding.RunFinding;
import dev.assay.assessment.classic.host.Agent;
import dev.assay.assessment.classic.host.AgentHealth;
import dev.assay.assessment.classic.rulespackage.RulesPackage;
import dev.assay.assessment.classic.run.RunState;
import dev.assay.assessment.classic.run.RunWork;
import dev.assay.assessment.classic.run.StateChange;
import dev.assay.assessment.classic.subscription.InspectorEvent;
import dev.assay.assessment.classic.subscription.PublishStatus;
import dev.assay.assessment.classic.subscription.Publisher;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.work.Lease;
import dev.assay.model.NotEvaluated;
import dev.assay.model.Severity;
import dev.assay.store.Database;
import dev.assay.store.scratch.ScratchDatabases;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ClassicRunTest {
  private static final Tenant TENANT = Tenant.of("111111111111", "eu-central-1");
  private static final Tenant STRANGER = Tenant.of("222222222222", "eu-central-1");
  private static final String TOPIC = "arn:aws:sns:eu-central-1:111111111111:findings";

  private final Database database = ScratchDatabases.open();
  private final KnownHosts hosts = new KnownHosts();
  private final List<String> published = new ArrayList<>();
  private final ClassicNode node =
      new ClassicNode(
          database,
          hosts,
          (tenant, topic, message) -> {
            published.add(message);
            return new Publisher.Outcome(PublishStatus.SUCCESS, "");
          },
          ClassicLimits.DEFAULT);

  @AfterEach
  void close() {
    node.close();
    database.close();
  }

  @Test
  void a_run_without_agents_passes_every_state_and_ends() {
    hosts.add(TENANT, "web-1", Map.of(), Vulnerabilities.of("CVE-2024-1", Severity.CRITICAL));
    var run = node.describeRun(TENANT, node.finishedRun(TENANT, RulesPackage.VULNERABILITIES));
    assertThat(run.changes())
        .extracting(StateChange::state)
        .containsExactly(
            RunState.CREATED,
            RunState.START_DATA_COLLECTION_PENDING,
            RunState.START_DATA_COLLECTION_IN_PROGRESS,
            RunState.COLLECTING_DATA,
            RunState.STOP_DATA_COLLECTION_PENDING,
            RunState.DATA_COLLECTED,
            RunState.START_EVALUATING_RULES_PENDING,
            RunState.EVALUATING_RULES,
            RunState.COMPLETED);
    assertThat(run.changes()).extracting(StateChange::at).isSorted();
    assertThat(run.run().completedAt()).isEqualTo(run.run().stateChangedAt());
    assertThat(run.run().dataCollected()).isTrue();
    assertThat(run.findingCounts())
        .containsEntry(ClassicSeverity.HIGH, 1L)
        .containsEntry(ClassicSeverity.LOW, 0L);
  }

  @Test
  void a_vulnerability_becomes_a_finding_of_the_host_with_the_templates_attributes() {
    hosts.add(
        TENANT, "web-1", Map.of("env", "prod"), Vulnerabilities.of("CVE-2024-1", Severity.MEDIUM));
    String run = node.finishedRun(TENANT, RulesPackage.VULNERABILITIES);
    RunFinding finding = node.findings(TENANT).getFirst();
    assertThat(finding.arn().parent()).hasToString(run);
    assertThat(finding.content().id()).isEqualTo("CVE-2024-1");
    assertThat(finding.content().severity().numeric()).isEqualTo(6.0);
    assertThat(finding.content().recommendation()).isEqualTo("Upgrade openssl to 3.0.2-1.");
    assertThat(finding.content().attributes())
        .contains(
            attribute("package_name", "openssl 3.0.1-1"),
            attribute("fixed_version", "openssl 3.0.2-1"),
            attribute("INSTANCE_ID", "web-1"));
    assertThat(finding.userAttributes()).containsExactly(attribute("team", "blue"));
    assertThat(finding.asset().tags()).containsExactly(attribute("env", "prod"));
    assertThat(finding.asset().ipv4Addresses()).containsExactly("10.0.0.1");
  }

  @Test
  void where_nothing_is_found_one_finding_says_so() {
    hosts.add(TENANT, "web-1", Map.of());
    node.finishedRun(TENANT, RulesPackage.VULNERABILITIES);
    assertThat(node.findings(TENANT))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.content().title()).isEqualTo("No potential security issues found");
              assertThat(finding.content().severity()).isEqualTo(ClassicSeverity.INFORMATIONAL);
            });
  }

  @Test
  void what_has_no_engine_is_excluded_and_passes_nothing() {
    hosts.add(TENANT, "web-1", Map.of());
    String run =
        node.finishedRun(
            TENANT,
            RulesPackage.CIS_BENCHMARKS,
            RulesPackage.NETWORK_REACHABILITY,
            RulesPackage.SECURITY_BEST_PRACTICES,
            RulesPackage.RUNTIME_BEHAVIOUR);
    assertThat(node.describeRun(TENANT, run).run().state())
        .isEqualTo(RunState.COMPLETED_WITH_ERRORS);
    assertThat(node.findings(TENANT)).isEmpty();
    assertThat(exclusions(run))
        .extracting(Exclusion::type)
        .containsExactlyInAnyOrder(
            ExclusionType.RULES_EVALUATION_ERROR,
            ExclusionType.RULES_EVALUATION_ERROR,
            ExclusionType.DEPRECATED_RULES_PACKAGE,
            ExclusionType.NETWORK_REACHABILITY_INTERNET,
            ExclusionType.NETWORK_REACHABILITY_APPLICATION_LOAD_BALANCER,
            ExclusionType.NETWORK_REACHABILITY_ELASTIC_LOAD_BALANCER,
            ExclusionType.NETWORK_REACHABILITY_VPN,
            ExclusionType.NETWORK_REACHABILITY_DIRECT_CONNECT,
            ExclusionType.NETWORK_REACHABILITY_VPC_PEERING);
  }

  @Test
  void a_host_without_evidence_or_of_an_unknown_system_is_excluded_and_never_clean() {
    hosts.addWithoutEvidence(TENANT, "dark");
    hosts.addWithGaps(
        TENANT,
        "strange",
        new NotEvaluated(
            "the host", NotEvaluated.Reason.UNKNOWN_OS, "no os-release", NotEvaluated.Gap.WHOLE));
    hosts.addWithAgent(TENANT, "ill", agent(AgentHealth.UNHEALTHY));
    String run = node.finishedRun(TENANT, RulesPackage.VULNERABILITIES);
    assertThat(node.findings(TENANT)).isEmpty();
    assertThat(exclusions(run))
        .extracting(Exclusion::type)
        .containsExactlyInAnyOrder(
            ExclusionType.AGENT_NOT_FOUND,
            ExclusionType.UNSUPPORTED_OS_VERSION,
            ExclusionType.AGENT_UNHEALTHY);
  }

  @Test
  void a_run_whose_work_is_given_up_ends_and_says_why() {
    hosts.add(TENANT, "web-1", Map.of(), Vulnerabilities.of("CVE-2024-1", Severity.LOW));
    String template =
        node.template(TENANT, node.target(TENANT, "all"), "t", RulesPackage.VULNERABILITIES);
    String run = node.classic.runs().start(TENANT, template, null).toString();
    assertThat(node.workOnce()).isTrue();
    Lease lease =
        node.work.lease(Set.of(RunWork.QUEUE), 1, Duration.ofMinutes(1), "last").getFirst();
    Objects.requireNonNull(node.classic.workers().get(RunWork.QUEUE))
        .giveUp(lease, "10 nodes ended with it");
    assertThat(node.describeRun(TENANT, run).run().state()).isEqualTo(RunState.FAILED);
    assertThat(exclusions(run))
        .singleElement()
        .satisfies(
            exclusion -> {
              assertThat(exclusion.type()).isEqualTo(ExclusionType.RULES_EVALUATION_ERROR);
              assertThat(exclusion.description()).endsWith("10 nodes ended with it.");
            });
    assertThat(node.workOnce()).as("work that is left").isFalse();
    node.classic.runs().delete(TENANT, run);
  }

  @Test
  void a_target_without_hosts_says_so() {
    String run = node.finishedRun(TENANT, RulesPackage.VULNERABILITIES);
    assertThat(exclusions(run))
        .extracting(Exclusion::type)
        .containsExactly(ExclusionType.NO_INSTANCES_IN_TARGET);
  }

  @Test
  void a_run_with_an_agent_collects_until_it_is_stopped_and_then_evaluates() {
    hosts.addWithAgent(TENANT, "agent-1", agent(AgentHealth.IDLE));
    String run = node.finishedRun(TENANT, RulesPackage.VULNERABILITIES);
    assertThat(node.describeRun(TENANT, run).run().state()).isEqualTo(RunState.COLLECTING_DATA);
    assertThat(node.findings(TENANT)).isEmpty();

    String template = run.substring(0, run.indexOf("/run/"));
    assertThatExceptionOfType(AgentsAlreadyRunning.class)
        .isThrownBy(() -> node.classic.runs().start(TENANT, template, null));
    assertThatExceptionOfType(RunInProgress.class)
        .isThrownBy(() -> node.classic.templates().delete(TENANT, template));
    assertThatExceptionOfType(RunInProgress.class)
        .isThrownBy(() -> node.classic.runs().delete(TENANT, run));

    node.classic.runs().stop(TENANT, run);
    node.workUntilIdle();
    assertThat(node.describeRun(TENANT, run).run().state()).isEqualTo(RunState.COMPLETED);
    assertThat(node.findings(TENANT)).hasSize(1);
  }

  @Test
  void a_busy_agent_is_excluded_where_others_are_assessed() {
    hosts.addWithAgent(TENANT, "agent-1", agent(AgentHealth.IDLE));
    String first = node.finishedRun(TENANT, RulesPackage.VULNERABILITIES);
    hosts.add(TENANT, "web-1", Map.of());
    String template = first.substring(0, first.indexOf("/run/"));
    String second = node.classic.runs().start(TENANT, template, null).toString();
    node.workUntilIdle();
    assertThat(exclusions(second))
        .extracting(Exclusion::type)
        .containsExactly(ExclusionType.AGENT_ALREADY_RUNNING);
    assertThat(node.describeRun(TENANT, first).run().state()).isEqualTo(RunState.COLLECTING_DATA);
  }

  @Test
  void a_cancelled_run_has_no_findings_and_cannot_be_stopped_again() {
    hosts.addWithAgent(TENANT, "agent-1", agent(AgentHealth.IDLE));
    String run = node.finishedRun(TENANT, RulesPackage.VULNERABILITIES);
    node.classic.runs().cancel(TENANT, run);
    node.workUntilIdle();
    assertThat(node.describeRun(TENANT, run).run().state()).isEqualTo(RunState.CANCELED);
    assertThat(node.findings(TENANT)).isEmpty();
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> node.classic.runs().stop(TENANT, run))
        .matches(refusal -> refusal.what() == Invalid.INVALID_ASSESSMENT_RUN_STATE);
  }

  @Test
  void topics_are_told_once_of_each_event_and_the_run_shows_it() {
    hosts.add(TENANT, "web-1", Map.of(), Vulnerabilities.of("CVE-2024-1", Severity.LOW));
    String template =
        node.template(TENANT, node.target(TENANT, "all"), "t", RulesPackage.VULNERABILITIES);
    for (InspectorEvent event : InspectorEvent.values()) {
      node.classic.subscriptions().subscribe(TENANT, template, event, TOPIC);
      node.classic.subscriptions().subscribe(TENANT, template, event, TOPIC);
    }
    String run = node.classic.runs().start(TENANT, template, null).toString();
    node.workUntilIdle();
    assertThat(node.describeRun(TENANT, run).notifications())
        .hasSize(11)
        .allSatisfy(told -> assertThat(told.status()).isEqualTo(PublishStatus.SUCCESS));
    assertThat(published).hasSize(16);
    assertThat(published)
        .filteredOn(message -> message.contains("\"finding\":"))
        .singleElement()
        .asString()
        .contains("\"event\":\"FINDING_REPORTED\"", "\"run\":\"" + run + "\"");
    assertThat(published)
        .filteredOn(message -> message.contains("findingsCount"))
        .singleElement()
        .asString()
        .contains("0-gEjTy7T7=1}");
  }

  @Test
  void without_a_publisher_the_run_says_that_its_messages_failed() {
    try (ClassicNode mute =
        new ClassicNode(database, hosts, Publisher.NONE, ClassicLimits.DEFAULT)) {
      String template = mute.template(TENANT, mute.target(TENANT, "all"), "t");
      mute.classic
          .subscriptions()
          .subscribe(TENANT, template, InspectorEvent.ASSESSMENT_RUN_STARTED, TOPIC);
      String run = mute.classic.runs().start(TENANT, template, null).toString();
      mute.workUntilIdle();
      assertThat(mute.describeRun(TENANT, run).notifications())
          .singleElement()
          .satisfies(
              told -> {
                assertThat(told.status()).isEqualTo(PublishStatus.INTERNAL_ERROR);
                assertThat(told.message()).contains("No publisher");
              });
    }
  }

  @Test
  void a_host_that_is_deleted_during_the_run_is_excluded() {
    hosts.addWithAgent(TENANT, "agent-1", agent(AgentHealth.IDLE));
    String run = node.finishedRun(TENANT, RulesPackage.VULNERABILITIES);
    hosts.remove("agent-1");
    node.classic.runs().stop(TENANT, run);
    node.workUntilIdle();
    assertThat(exclusions(run))
        .extracting(Exclusion::type)
        .containsExactly(ExclusionType.RULES_EVALUATION_ERROR_FOR_SINGLE_INSTANCE);
  }

  @Test
  void hosts_of_a_run_and_what_was_collected_can_be_seen() {
    hosts.add(TENANT, "web-1", Map.of());
    hosts.addWithoutEvidence(TENANT, "dark");
    String run = node.finishedRun(TENANT, RulesPackage.VULNERABILITIES);
    assertThat(
            node.classic
                .runQueries()
                .agents(TENANT, run, EnumSet.allOf(AgentHealth.class), null, null)
                .items())
        .extracting(agent -> agent.agentId() + " " + agent.health().health())
        .containsExactly("dark UNKNOWN", "web-1 HEALTHY");
    assertThat(
            node.classic
                .runQueries()
                .agents(TENANT, run, Set.of(AgentHealth.UNKNOWN), null, null)
                .items())
        .hasSize(1);
    assertThat(node.classic.runQueries().telemetry(TENANT, run))
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.count()).isEqualTo(1);
              assertThat(told.bytes()).isEqualTo(900L);
            });
  }

  @Test
  void deleting_a_run_deletes_what_it_found() {
    hosts.add(TENANT, "web-1", Map.of());
    String run = node.finishedRun(TENANT, RulesPackage.VULNERABILITIES);
    String finding = node.findings(TENANT).getFirst().arn().toString();
    node.classic.runs().delete(TENANT, run);
    assertThat(node.classic.findings().describe(TENANT, List.of(finding)).failed())
        .containsEntry(finding, Failure.ITEM_DOES_NOT_EXIST);
    assertThat(node.classic.runQueries().list(TENANT, ClassicNode.everyRun(), 10, null).items())
        .isEmpty();
  }

  @Test
  void a_stranger_is_denied_every_name_without_a_look() {
    hosts.add(TENANT, "web-1", Map.of());
    String run = node.finishedRun(TENANT, RulesPackage.VULNERABILITIES);
    String finding = node.findings(TENANT).getFirst().arn().toString();
    assertThat(node.classic.findings().describe(STRANGER, List.of(finding)).failed())
        .containsEntry(finding, Failure.ACCESS_DENIED);
    assertThat(node.classic.runQueries().describe(STRANGER, List.of(run)).failed())
        .containsEntry(run, Failure.ACCESS_DENIED);
    assertThat(node.findings(STRANGER)).isEmpty();
  }

  private List<Exclusion> exclusions(String run) {
    List<String> arns = node.classic.exclusions().list(TENANT, run, 100, null).items();
    return arns.isEmpty()
        ? List.of()
        : node.classic.exclusions().describe(TENANT, arns).items().stream()
            .map(recorded -> recorded.exclusion())
            .toList();
  }

  private static Attribute attribute(String key, String value) {
    return new Attribute(key, value);
  }

  private static Agent agent(AgentHealth health) {
    return new Agent("1.0", health, null, "", Instant.EPOCH);
  }
}
