package dev.assay.store.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.assessment.coverage.Coverage;
import dev.assay.assessment.coverage.CoverageQuery;
import dev.assay.assessment.coverage.CoverageQuery.Facet;
import dev.assay.assessment.coverage.CoverageStore;
import dev.assay.assessment.evidence.Advisories.Edition;
import dev.assay.assessment.evidence.AssessedPackages;
import dev.assay.assessment.evidence.EvidenceIntake;
import dev.assay.assessment.evidence.EvidenceStore;
import dev.assay.assessment.evidence.InvalidEvidenceException;
import dev.assay.assessment.evidence.Receipt;
import dev.assay.assessment.evidence.Rejudging;
import dev.assay.assessment.evidence.Rejudging.Outcome;
import dev.assay.assessment.evidence.Settlement;
import dev.assay.assessment.evidence.Submission;
import dev.assay.assessment.finding.FindingStatus;
import dev.assay.assessment.finding.FindingStore;
import dev.assay.assessment.finding.StoredFinding;
import dev.assay.assessment.provenance.Part;
import dev.assay.assessment.provenance.Way;
import dev.assay.assessment.query.Criterion.Comparison;
import dev.assay.assessment.query.Criterion.TextCondition;
import dev.assay.assessment.query.FindingOrder;
import dev.assay.assessment.query.FindingQuery;
import dev.assay.assessment.query.PageRequest;
import dev.assay.assessment.resource.ResourceDetails;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.resource.ResourceType;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.match.VulnerabilityMatcher;
import dev.assay.model.Assessment;
import dev.assay.model.Inventory;
import dev.assay.store.Database;
import dev.assay.store.Handles;
import dev.assay.store.finding.PostgresFilterStore;
import dev.assay.store.finding.PostgresFindingStore;
import dev.assay.store.provenance.PostgresProvenanceStore;
import dev.assay.store.resource.PostgresResourceStore;
import dev.assay.store.scratch.ScratchDatabases;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The sample roots against the starter set, through the service's own door.
final class EvidenceIntakeTest {
  private static final Tenant TENANT = Tenant.of("111122223333", "eu-central-1");
  private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");
  private static final Path ROOTS = Path.of("..", "examples", "roots");
  private static final Inventory DEBIAN = Evidence.read(ROOTS.resolve("debian-12"));
  private static final Edition STARTER = new Edition("starter", Evidence.starterSet());
  private static final Edition OTHER = new Edition("other", STARTER.source());

  private static final String[] SSH = {"openssh-server", "openssh-client"};
  private static final Edition WITHOUT_SSH =
      new Edition("without ssh", new Silenced(STARTER.source(), "openssh"));

  private Database database;
  private Transactions transactions;
  private FindingStore findings;
  private EvidenceIntake intake;
  private Rejudging rejudging;
  private Edition edition = STARTER;

  @BeforeEach
  void open() {
    database = ScratchDatabases.open();
    transactions = database.transactions();
    findings = new PostgresFindingStore(new PostgresFilterStore());
    EvidenceStore evidence = new PostgresEvidenceStore();
    AssessedPackages packages = new PostgresAssessedPackages();
    Settlement settlement = new Settlement(evidence, packages, findings, Evidence::read, () -> NOW);
    intake =
        new EvidenceIntake(
            transactions,
            new PostgresResourceStore(),
            evidence,
            packages,
            settlement,
            () -> edition,
            () -> NOW);
    rejudging =
        new Rejudging(transactions, evidence, packages, settlement, () -> edition, () -> NOW);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_submission_yields_exactly_what_a_scan_finds() {
    Receipt receipt = intake.submit(submission("web-1", "1", DEBIAN));

    Assessment scan =
        new VulnerabilityMatcher(STARTER.source(), LocalDate.of(2026, 11, 28)).assess(DEBIAN);
    assertThat(scan.findings()).hasSizeGreaterThan(10);
    assertThat(receipt)
        .isEqualTo(new Receipt.Assessed(scan.findings().size(), scan.findings().size(), 0));
    assertThat(list())
        .extracting(Evidence::finding)
        .containsExactlyInAnyOrderElementsOf(scan.findings());
  }

  @Test
  void a_known_mark_is_unchanged_without_its_document() {
    intake.submit(submission("web-1", "1", DEBIAN));

    assertThat(intake.submit(mark("web-1", "1"))).isEqualTo(new Receipt.Unchanged());
    assertThat(intake.submit(mark("web-1", "2"))).isEqualTo(new Receipt.DocumentRequired());
    assertThat(intake.submit(mark("web-2", "1"))).isEqualTo(new Receipt.DocumentRequired());
    assertThat(coverage()).hasSize(1);
  }

  @Test
  void a_fixed_package_closes_its_findings_and_no_others() {
    intake.submit(submission("web-1", "1", DEBIAN));
    Inventory fixed = Evidence.without(DEBIAN, "openssh-server", "openssh-client");

    Receipt receipt = intake.submit(submission("web-1", "2", fixed));

    List<StoredFinding> all = list();
    List<String> closed =
        all.stream()
            .filter(finding -> finding.status() == FindingStatus.CLOSED)
            .map(finding -> finding.key().rule())
            .toList();
    assertThat(closed).contains("CVE-2024-6387");
    assertThat(receipt)
        .isEqualTo(new Receipt.Assessed(all.size() - closed.size(), 0, closed.size()));
  }

  @Test
  void advisories_that_say_the_same_touch_no_resource() {
    intake.submit(submission("web-1", "1", DEBIAN));
    int packages = DEBIAN.packages().size();
    assertThat(rejudging.run()).isEqualTo(new Outcome(packages, 0));
    assertThat(rejudging.run()).isEqualTo(new Outcome(0, 0));
    List<StoredFinding> before = list();

    edition = OTHER;

    assertThat(rejudging.run()).isEqualTo(new Outcome(packages, 0));
    assertThat(rejudging.run()).isEqualTo(new Outcome(0, 0));
    assertThat(list()).isEqualTo(before);
    assertThat(coverage()).extracting(Coverage::edition).containsExactly("other");
    assertThat(intake.submit(mark("web-1", "1"))).isEqualTo(new Receipt.Unchanged());
  }

  @Test
  void a_package_that_many_have_is_judged_once() {
    intake.submit(submission("web-1", "1", DEBIAN));
    intake.submit(submission("web-2", "1", DEBIAN));
    intake.submit(submission("web-3", "1", Evidence.without(DEBIAN, "openssh-server")));

    assertThat(rejudging.run()).isEqualTo(new Outcome(DEBIAN.packages().size(), 0));
  }

  @Test
  void new_advisories_touch_just_the_resources_with_a_package_of_theirs() {
    intake.submit(submission("with", "1", DEBIAN));
    intake.submit(submission("without", "1", Evidence.without(DEBIAN, SSH)));
    rejudging.run();

    edition = WITHOUT_SSH;

    assertThat(rejudging.run()).isEqualTo(new Outcome(DEBIAN.packages().size(), 1));
    assertThat(closed()).isNotEmpty().allMatch(finding -> host(finding).equals("with"));
    assertThat(open("with")).isEqualTo(open("without"));

    edition = STARTER;

    assertThat(rejudging.run()).isEqualTo(new Outcome(DEBIAN.packages().size(), 1));
    assertThat(closed()).isEmpty();
  }

  @Test
  void advisories_that_came_before_a_package_was_judged_by_itself_touch_it() {
    intake.submit(submission("web-1", "1", DEBIAN));

    edition = WITHOUT_SSH;

    assertThat(rejudging.run()).isEqualTo(new Outcome(DEBIAN.packages().size(), 1));
    assertThat(closed()).isNotEmpty();
  }

  @Test
  void evidence_that_was_judged_by_advisories_of_yesterday_is_judged_again() {
    intake.submit(submission("web-1", "1", DEBIAN));
    edition = WITHOUT_SSH;
    rejudging.run();

    edition = STARTER;
    intake.submit(submission("web-2", "1", DEBIAN));
    edition = WITHOUT_SSH;
    assertThat(rejudging.run()).isEqualTo(new Outcome(0, 1));

    assertThat(open("web-2")).isEqualTo(open("web-1"));
  }

  @Test
  void what_is_no_inventory_is_refused_and_leaves_nothing() {
    assertThatThrownBy(() -> intake.submit(with("web-1", "1", Optional.of("{}"))))
        .isInstanceOf(InvalidEvidenceException.class);
    assertThat(coverage()).isEmpty();
  }

  @Test
  void coverage_says_what_was_not_looked_at() {
    intake.submit(submission("web-1", "1", DEBIAN));
    intake.submit(submission("strange", "1", Evidence.withoutSystem(DEBIAN)));

    assertThat(coverage())
        .extracting(one -> one.resource().key().id() + " " + one.status())
        .containsExactly("strange UNSUPPORTED_OS", "web-1 SUCCESSFUL");
    assertThat(coverage()).allSatisfy(one -> assertThat(one.gaps()).isNotEmpty());
    CoverageStore store = new PostgresCoverageStore();
    CoverageQuery inactive =
        query(Map.of(Facet.STATUS_CODE, List.of(new TextCondition(Comparison.EQUALS, "INACTIVE"))));
    transactions.change(
        reading -> {
          assertThat(store.count(reading, inactive)).isEqualTo(1);
          assertThat(store.counts(reading, query(Map.of()), Facet.STATUS_REASON))
              .isEqualTo(Map.of("SUCCESSFUL", 1L, "UNSUPPORTED_OS", 1L));
          var first = store.list(reading, query(Map.of()), PageRequest.first(1));
          assertThat(first.items()).hasSize(1);
          var second = store.list(reading, query(Map.of()), new PageRequest(1, first.next()));
          assertThat(second.items()).hasSize(1);
          assertThat(second.next()).isEmpty();
        });
  }

  @Test
  void packages_that_no_resource_has_any_more_are_forgotten_and_known_anew_when_they_come_back() {
    intake.submit(submission("web-1", "1", DEBIAN));
    Inventory withoutSsh = Evidence.without(DEBIAN, SSH);
    intake.submit(submission("web-1", "2", withoutSsh));

    assertThat(forgetUnused()).isEqualTo(SSH.length);
    assertThat(forgetUnused()).isZero();
    assertThat(intake.submit(submission("web-1", "3", DEBIAN)))
        .isInstanceOf(Receipt.Assessed.class);
    assertThat(forgetUnused()).isZero();
  }

  private int forgetUnused() {
    return transactions.writeInTurn(new PostgresAssessedPackages()::forgetUnused);
  }

  @Test
  void a_host_whose_agent_has_fallen_silent_is_not_looked_at_until_something_comes_in_again() {
    intake.submit(submission("web-1", "1", DEBIAN));
    seenAt(Instant.EPOCH);
    agentOf("web-1", Instant.EPOCH.plusSeconds(1));
    came("web-1", Way.AGENT, Instant.EPOCH);
    assertThat(coverage())
        .extracting(one -> one.status() + " " + one.agent())
        .containsExactly("STALE_INVENTORY true");
    assertThat(count("INACTIVE")).isEqualTo(1);
    // Another way than the agent, later than its last word.
    seenAt(Instant.EPOCH.plusSeconds(9));
    came("web-1", Way.FILES, Instant.EPOCH.plusSeconds(9));
    assertThat(coverage())
        .extracting(one -> one.status() + " " + one.agent())
        .containsExactly("SUCCESSFUL false");
    assertThat(count("INACTIVE")).isZero();
  }

  private void came(String host, Way way, Instant at) {
    transactions.change(
        writing ->
            new PostgresProvenanceStore()
                .note(
                    writing,
                    new ResourceKey(TENANT, ResourceType.HOST, host),
                    Part.PACKAGES,
                    way,
                    at,
                    at));
  }

  private void seenAt(Instant moment) {
    transactions.change(
        writing -> Handles.of(writing).execute("update resource set last_seen_at = ?", moment));
  }

  private long count(String code) {
    return transactions.read(
        reading ->
            new PostgresCoverageStore()
                .count(
                    reading,
                    query(
                        Map.of(
                            Facet.STATUS_CODE,
                            List.of(new TextCondition(Comparison.EQUALS, code))))));
  }

  /// An agent that was let in, and is silent from a moment on.
  private void agentOf(String host, Instant silentFrom) {
    transactions.change(
        writing ->
            Handles.of(writing)
                .createUpdate(
                    """
                    with owner as (
                      insert into identity (account, name, role, created_at)
                      values (:account, 'agent-1', 'AGENT', :at) returning account, name)
                    insert into agent (account, name, region, resource_type, resource_id,
                      machine_id, machine, token, enrollment_id, version, enrolled_at, silent_from)
                    select account, name, :region, 'HOST', :host, '1', '{}', '1', '1', '1', :at,
                      :silentFrom from owner
                    """)
                .bind("account", TENANT.account().value())
                .bind("region", TENANT.region().value())
                .bind("host", host)
                .bind("at", NOW)
                .bind("silentFrom", silentFrom)
                .execute());
  }

  private static String host(StoredFinding finding) {
    return finding.resource().key().id();
  }

  private List<StoredFinding> closed() {
    return list().stream().filter(one -> one.status() == FindingStatus.CLOSED).toList();
  }

  private List<String> open(String host) {
    return list().stream()
        .filter(one -> one.status() == FindingStatus.ACTIVE && host(one).equals(host))
        .map(one -> one.key().rule())
        .sorted()
        .toList();
  }

  private static Submission submission(String host, String mark, Inventory inventory) {
    return with(host, mark, Optional.of(Evidence.document(inventory)));
  }

  private static Submission mark(String host, String mark) {
    return with(host, mark, Optional.empty());
  }

  private static Submission with(String host, String mark, Optional<String> document) {
    return new Submission(
        new ResourceKey(TENANT, ResourceType.HOST, host),
        ResourceDetails.Host.unknown(),
        Map.of("env", "test"),
        mark,
        document);
  }

  private static CoverageQuery query(Map<Facet, List<TextCondition>> texts) {
    return new CoverageQuery(
        Set.of(TENANT.account()), TENANT.region(), texts, List.of(), List.of());
  }

  private List<Coverage> coverage() {
    return transactions.read(
        reading ->
            new PostgresCoverageStore()
                .list(reading, query(Map.of()), PageRequest.first(100))
                .items());
  }

  private List<StoredFinding> list() {
    FindingQuery query =
        new FindingQuery(
            Set.of(TENANT.account()), TENANT.region(), List.of(), FindingOrder.DEFAULT);
    return transactions.read(
        reading -> findings.list(reading, query, PageRequest.first(1000)).items());
  }
}
