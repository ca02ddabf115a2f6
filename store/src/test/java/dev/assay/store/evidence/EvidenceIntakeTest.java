package dev.assay.store.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.assessment.coverage.Coverage;
import dev.assay.assessment.coverage.CoverageQuery;
import dev.assay.assessment.coverage.CoverageQuery.Facet;
import dev.assay.assessment.coverage.CoverageStore;
import dev.assay.assessment.evidence.Advisories.Edition;
import dev.assay.assessment.evidence.EvidenceIntake;
import dev.assay.assessment.evidence.InvalidEvidenceException;
import dev.assay.assessment.evidence.Receipt;
import dev.assay.assessment.evidence.Submission;
import dev.assay.assessment.finding.FindingStatus;
import dev.assay.assessment.finding.FindingStore;
import dev.assay.assessment.finding.StoredFinding;
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
import dev.assay.store.finding.PostgresFilterStore;
import dev.assay.store.finding.PostgresFindingStore;
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

  private Database database;
  private Transactions transactions;
  private FindingStore findings;
  private EvidenceIntake intake;
  private Edition edition = STARTER;

  @BeforeEach
  void open() {
    database = ScratchDatabases.open();
    transactions = database.transactions();
    findings = new PostgresFindingStore(new PostgresFilterStore());
    intake =
        new EvidenceIntake(
            transactions,
            new PostgresResourceStore(),
            new PostgresEvidenceStore(),
            findings,
            Evidence::read,
            () -> edition,
            () -> NOW);
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
  void new_advisories_judge_kept_evidence_again() {
    intake.submit(submission("web-1", "1", DEBIAN));
    int before = list().size();
    assertThat(intake.judgeAgain(10)).isZero();

    edition = OTHER;
    assertThat(intake.judgeAgain(10)).isEqualTo(1);
    assertThat(intake.judgeAgain(10)).isZero();
    assertThat(list()).hasSize(before);
    assertThat(coverage()).extracting(Coverage::edition).containsExactly("other");

    edition = STARTER;
    assertThat(intake.submit(mark("web-1", "1"))).isEqualTo(new Receipt.Assessed(before, 0, 0));
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
