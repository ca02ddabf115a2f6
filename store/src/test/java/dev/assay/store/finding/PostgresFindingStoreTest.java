package dev.assay.store.finding;

import static dev.assay.store.finding.Fleet.NOW;
import static dev.assay.store.finding.Fleet.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.finding.FindingContent;
import dev.assay.assessment.finding.FindingCount;
import dev.assay.assessment.finding.FindingStatus;
import dev.assay.assessment.finding.FindingType;
import dev.assay.assessment.finding.StoredFinding;
import dev.assay.assessment.query.Criterion;
import dev.assay.assessment.query.Criterion.Comparison;
import dev.assay.assessment.query.Criterion.TextCondition;
import dev.assay.assessment.query.TextFacet;
import dev.assay.assessment.suppression.FindingFilter;
import dev.assay.assessment.suppression.FindingFilter.Action;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.model.Severity;
import dev.assay.store.Database;
import dev.assay.store.Handles;
import dev.assay.store.scratch.ScratchDatabases;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PostgresFindingStoreTest {
  private static final Instant LATER = NOW.plus(Duration.ofDays(1));
  private Database database;
  private Fleet fleet;

  @BeforeEach
  void open() {
    database = ScratchDatabases.open();
    fleet = new Fleet(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void what_was_observed_is_found_again_with_all_it_says() {
    Samples sample = Samples.of("CVE-2024-1").alias("GHSA-1").epss(0.25).fixedIn("1:3.0.2-1");
    fleet.assess(TENANT, "web-1", NOW, sample);

    StoredFinding finding = only(fleet.list());

    assertThat(finding.content())
        .isEqualTo(new FindingContent.PackageVulnerability(sample.finding()));
    assertThat(finding.status()).isEqualTo(FindingStatus.ACTIVE);
    assertThat(finding.resource().key().id()).isEqualTo("web-1");
    assertThat(finding.resource().tags()).containsEntry("Name", "web-1");
    assertThat(finding.firstObservedAt()).isEqualTo(NOW);
    assertThat(finding.arn()).startsWith("arn:aws:inspector2:eu-central-1:111122223333:finding/");
  }

  @Test
  void a_finding_lives_through_closing_and_coming_back() {
    fleet.assess(TENANT, "web-1", NOW, Samples.of("CVE-2024-1"));
    fleet.assess(TENANT, "web-1", LATER);
    assertThat(only(fleet.list()))
        .satisfies(
            closed -> {
              assertThat(closed.status()).isEqualTo(FindingStatus.CLOSED);
              assertThat(closed.closedAt()).isEqualTo(LATER);
            });

    Instant back = LATER.plus(Duration.ofDays(2));
    fleet.assess(TENANT, "web-1", back, Samples.of("CVE-2024-1"));
    assertThat(only(fleet.list()))
        .satisfies(
            reopened -> {
              assertThat(reopened.status()).isEqualTo(FindingStatus.ACTIVE);
              assertThat(reopened.firstObservedAt()).isEqualTo(NOW);
              assertThat(reopened.lastObservedAt()).isEqualTo(back);
              assertThat(reopened.closedAt()).isNull();
            });
  }

  @Test
  void after_too_long_it_begins_anew_under_the_same_name() {
    fleet.assess(TENANT, "web-1", NOW, Samples.of("CVE-2024-1"));
    String arn = only(fleet.list()).arn();
    fleet.assess(TENANT, "web-1", LATER);
    Instant muchLater = LATER.plus(Duration.ofDays(8));
    fleet.assess(TENANT, "web-1", muchLater, Samples.of("CVE-2024-1"));

    assertThat(only(fleet.list()).firstObservedAt()).isEqualTo(muchLater);
    assertThat(only(fleet.list()).arn()).isEqualTo(arn);
  }

  @Test
  void what_did_not_change_is_not_touched() {
    fleet.assess(TENANT, "web-1", NOW, Samples.of("CVE-2024-1"));
    fleet.assess(TENANT, "web-1", LATER, Samples.of("CVE-2024-1"));
    assertThat(only(fleet.list()).updatedAt()).isEqualTo(NOW);

    fleet.assess(TENANT, "web-1", LATER, Samples.of("CVE-2024-1").fixedIn("1:3.0.2-1"));
    assertThat(only(fleet.list()).updatedAt()).isEqualTo(LATER);
  }

  @Test
  void resources_that_are_alike_share_what_their_findings_say() {
    fleet.assess(TENANT, "web-1", NOW, Samples.of("CVE-2024-1"), Samples.of("CVE-2024-2"));
    fleet.assess(TENANT, "web-2", NOW, Samples.of("CVE-2024-1"), Samples.of("CVE-2024-2"));

    assertThat(fleet.list()).hasSize(4);
    assertThat(count("finding_content")).isEqualTo(2);
  }

  @Test
  void tenants_do_not_see_each_other() {
    Tenant other = Tenant.of("999999999999", "eu-central-1");
    Tenant elsewhere = Tenant.of("111122223333", "us-east-1");
    fleet.assess(TENANT, "web-1", NOW, Samples.of("CVE-2024-1"));
    fleet.assess(other, "web-1", NOW, Samples.of("CVE-2024-1"));
    fleet.assess(elsewhere, "web-1", NOW, Samples.of("CVE-2024-1"));

    StoredFinding own = only(fleet.list());
    assertThat(own.resource().key().tenant()).isEqualTo(TENANT);
    fleet.transactions.read(
        reading -> {
          assertThat(fleet.findings.find(reading, other, List.of(own.id()))).isEmpty();
          assertThat(fleet.findings.find(reading, TENANT, List.of(own.id()))).hasSize(1);
          return null;
        });
  }

  @Test
  void a_suppression_filter_hides_what_matches_now_and_later_and_lets_go_of_it_when_removed() {
    fleet.assess(TENANT, "web-1", NOW, Samples.of("CVE-2024-1"), Samples.of("CVE-2024-2"));
    FindingFilter filter = filter("CVE-2024-1");
    fleet.transactions.change(
        writing -> {
          assertThat(fleet.filters.add(writing, filter)).isTrue();
          fleet.findings.suppress(writing, TENANT, LATER);
        });
    assertThat(statuses())
        .containsEntry("web-1 CVE-2024-1", FindingStatus.SUPPRESSED)
        .containsEntry("web-1 CVE-2024-2", FindingStatus.ACTIVE);

    fleet.assess(TENANT, "web-2", LATER, Samples.of("CVE-2024-1"));
    assertThat(statuses()).containsEntry("web-2 CVE-2024-1", FindingStatus.SUPPRESSED);

    fleet.assess(TENANT, "web-2", LATER);
    assertThat(statuses()).containsEntry("web-2 CVE-2024-1", FindingStatus.CLOSED);

    fleet.transactions.change(
        writing -> {
          assertThat(fleet.filters.remove(writing, TENANT, filter.id())).isTrue();
          fleet.findings.suppress(writing, TENANT, LATER);
        });
    assertThat(statuses())
        .containsEntry("web-1 CVE-2024-1", FindingStatus.ACTIVE)
        .containsEntry("web-2 CVE-2024-1", FindingStatus.CLOSED);
  }

  @Test
  void a_filter_is_read_back_and_its_name_is_given_once() {
    FindingFilter filter = filter("CVE-2024-1");
    fleet.transactions.change(
        writing -> {
          assertThat(fleet.filters.add(writing, filter)).isTrue();
          assertThat(fleet.filters.add(writing, renamed(filter, "0000000000000002"))).isFalse();
          assertThat(fleet.filters.all(writing, TENANT)).containsExactly(filter);
          assertThat(fleet.filters.find(writing, TENANT, filter.id())).contains(filter);
          assertThat(fleet.filters.find(writing, Tenant.of("999999999999", "x"), filter.id()))
              .isEmpty();
        });
  }

  @Test
  void findings_are_counted_through_every_change() {
    fleet.assess(
        TENANT,
        "web-1",
        NOW,
        Samples.of("CVE-2024-1"),
        Samples.of("CVE-2024-2").severity(Severity.CRITICAL, 9.8));
    fleet.assess(TENANT, "web-2", NOW, Samples.of("CVE-2024-1"));
    fleet.assess(TENANT, "web-2", LATER);

    assertThat(fleet.<List<FindingCount>>read(fleet.findings::counts))
        .containsExactlyInAnyOrder(
            counted(FindingStatus.ACTIVE, Severity.HIGH),
            counted(FindingStatus.ACTIVE, Severity.CRITICAL),
            counted(FindingStatus.CLOSED, Severity.HIGH));

    fleet.transactions.change(writing -> fleet.findings.expire(writing, LATER.plusSeconds(1)));
    assertThat(fleet.list()).hasSize(2);
    assertThat(fleet.<List<FindingCount>>read(fleet.findings::counts)).hasSize(2);
  }

  @Test
  void what_hangs_on_a_resource_goes_with_it() {
    var resource = fleet.assess(TENANT, "web-1", NOW, Samples.of("CVE-2024-1"));
    fleet.transactions.change(writing -> fleet.resources.delete(writing, resource));
    assertThat(fleet.list()).isEmpty();
    assertThat(fleet.<List<FindingCount>>read(fleet.findings::counts)).isEmpty();
  }

  @Test
  void contents_that_no_finding_has_go_after_a_while() {
    fleet.assess(TENANT, "web-1", NOW, Samples.of("CVE-2024-1"), Samples.of("CVE-2024-2"));
    fleet.assess(TENANT, "web-1", LATER, Samples.of("CVE-2024-1").fixedIn("1:3.0.2-1"));
    fleet.transactions.change(writing -> fleet.findings.expire(writing, LATER.plusSeconds(1)));
    assertThat(count("finding_content")).isEqualTo(3);

    assertThat(forgetContents(NOW)).isZero();
    assertThat(forgetContents(LATER)).isEqualTo(2);

    assertThat(count("finding_content")).isEqualTo(1);
    assertThat(count("finding_content_package")).isEqualTo(1);
    assertThat(fleet.list()).hasSize(1);
    assertThat(forgetContents(LATER.plusSeconds(1))).isZero();
  }

  @Test
  void a_content_that_is_being_removed_is_kept_again_by_a_writer_that_relied_on_it()
      throws Exception {
    fleet.assess(TENANT, "web-1", NOW, Samples.of("CVE-2024-1"));
    fleet.assess(TENANT, "web-1", NOW.plusSeconds(1));
    fleet.transactions.change(writing -> fleet.findings.expire(writing, LATER));

    CountDownLatch removed = new CountDownLatch(1);
    CountDownLatch writes = new CountDownLatch(1);
    try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> removal =
          others.submit(
              () ->
                  fleet.transactions.writeInTurn(
                      writing -> {
                        int count = fleet.findings.forgetContents(writing, LATER);
                        removed.countDown();
                        await(writes);
                        return count;
                      }));
      removed.await();
      Future<?> writer =
          others.submit(
              () ->
                  fleet.assess(
                      TENANT, "web-2", LATER.plus(Duration.ofDays(1)), Samples.of("CVE-2024-1")));
      waitForALock();
      writes.countDown();
      assertThat(removal.get()).isEqualTo(1);
      writer.get();
    }

    assertThat(only(fleet.list()).content())
        .isEqualTo(new FindingContent.PackageVulnerability(Samples.of("CVE-2024-1").finding()));
  }

  private int forgetContents(Instant unusedSince) {
    return fleet.transactions.writeInTurn(
        writing -> fleet.findings.forgetContents(writing, unusedSince));
  }

  private void waitForALock() throws InterruptedException {
    while (count("pg_locks where not granted") == 0) {
      Thread.sleep(5);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static FindingCount counted(FindingStatus status, Severity severity) {
    return new FindingCount(status, FindingType.PACKAGE_VULNERABILITY, severity, 1);
  }

  private static FindingFilter filter(String vulnerability) {
    return new FindingFilter(
        "0000000000000001",
        TENANT,
        "not-ours",
        Action.SUPPRESS,
        null,
        "accepted",
        List.of(
            new Criterion.OfText(
                TextFacet.VULNERABILITY_ID,
                List.of(new TextCondition(Comparison.EQUALS, vulnerability)))),
        Map.of("team", "web"),
        NOW,
        NOW);
  }

  private static FindingFilter renamed(FindingFilter filter, String id) {
    return new FindingFilter(
        id, TENANT, filter.name(), Action.NONE, null, null, filter.criteria(), Map.of(), NOW, NOW);
  }

  private Map<String, FindingStatus> statuses() {
    return fleet.list().stream()
        .collect(
            java.util.stream.Collectors.toMap(
                finding -> finding.resource().key().id() + " " + finding.key().rule(),
                StoredFinding::status));
  }

  private long count(String table) {
    return fleet.transactions.read(
        reading ->
            Handles.of(reading)
                .createQuery("select count(*) from " + table)
                .mapTo(Long.class)
                .one());
  }

  private static StoredFinding only(List<StoredFinding> findings) {
    assertThat(findings).hasSize(1);
    return findings.getFirst();
  }
}
