package dev.assay.store.finding;

import static dev.assay.store.finding.Fleet.NOW;
import static dev.assay.store.finding.Fleet.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.assessment.finding.StoredFinding;
import dev.assay.assessment.query.Criterion;
import dev.assay.assessment.query.Criterion.Comparison;
import dev.assay.assessment.query.Criterion.DateRange;
import dev.assay.assessment.query.Criterion.NumberRange;
import dev.assay.assessment.query.Criterion.PackageCondition;
import dev.assay.assessment.query.Criterion.TagCondition;
import dev.assay.assessment.query.Criterion.TextCondition;
import dev.assay.assessment.query.DateFacet;
import dev.assay.assessment.query.FindingOrder;
import dev.assay.assessment.query.FindingOrder.Direction;
import dev.assay.assessment.query.FindingQuery;
import dev.assay.assessment.query.InvalidPageTokenException;
import dev.assay.assessment.query.NumberFacet;
import dev.assay.assessment.query.Page;
import dev.assay.assessment.query.PageRequest;
import dev.assay.assessment.query.TextFacet;
import dev.assay.assessment.resource.ResourceDetails;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.resource.ResourceType;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.model.Severity;
import dev.assay.store.Database;
import dev.assay.store.scratch.ScratchDatabases;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Questions on a small fleet, beside {@link SlowAnswer}, which answers them in memory.
final class FindingQuestionsTest {
  private static final List<Severity> SEVERITIES = List.of(Severity.values());
  private static Database database;
  private static Fleet fleet;

  @BeforeAll
  static void open() {
    database = ScratchDatabases.open();
    fleet = new Fleet(database);
    for (int host = 0; host < 4; host++) {
      Samples[] observed = new Samples[10];
      for (int i = 0; i < observed.length; i++) {
        observed[i] = sample(host, i);
      }
      fleet.assess(
          new ResourceKey(TENANT, ResourceType.HOST, "web-" + host),
          new ResourceDetails.Host(
              "DEBIAN_12", null, "ami-" + host % 2, null, null, List.of(), null, null),
          host == 3 ? Map.of() : Map.of("env", host % 2 == 0 ? "prod" : "test", "Name", "w"),
          NOW.plus(Duration.ofHours(host)),
          observed);
    }
    fleet.assess(
        new ResourceKey(TENANT, ResourceType.CONTAINER_IMAGE, "repo@sha256:1"),
        new ResourceDetails.ContainerImage(
            "111122223333", "repo", "sha256:1", List.of("v1", "latest"), "amd64", null, null, NOW),
        Map.of(),
        NOW,
        sample(0, 0),
        sample(1, 1));
    // Some that are closed.
    fleet.assess(TENANT, "old", NOW, sample(0, 0), sample(0, 3));
    fleet.assess(TENANT, "old", NOW.plus(Duration.ofHours(9)), sample(0, 3));
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static Samples sample(int host, int i) {
    Samples sample =
        Samples.of("CVE-2024-%d".formatted(1000 + i))
            .severity(SEVERITIES.get(i % 6), i % 4 == 3 ? null : (double) i)
            .inPackage(i % 2 == 0 ? "openssl" : "curl", "1:" + host + "." + i + "-1");
    if (i % 3 == 0) {
      sample = sample.alias("GHSA-" + i).epss(i / 10.0);
    }
    return i % 5 == 0 ? sample.fixedIn("2-1") : sample;
  }

  @Test
  void random_questions_are_answered_as_by_looking_at_every_finding() {
    List<StoredFinding> all = fleet.list();
    assertThat(all).hasSize(44);
    Random random = new Random(20261128);
    int empty = 0;
    for (int i = 0; i < 250; i++) {
      List<Criterion> criteria =
          IntStream.rangeClosed(0, random.nextInt(3))
              .mapToObj(ignored -> Questions.random(random))
              .toList();
      List<StoredFinding> expected =
          all.stream().filter(finding -> SlowAnswer.holds(criteria, finding)).toList();
      assertThat(fleet.list(criteria.toArray(Criterion[]::new)))
          .as("%s", criteria)
          .containsExactlyInAnyOrderElementsOf(expected);
      empty += expected.isEmpty() ? 1 : 0;
    }
    assertThat(empty).isBetween(25, 200);
  }

  @ParameterizedTest
  @EnumSource(FindingOrder.Key.class)
  void pages_follow_each_other_without_gap_or_repetition(FindingOrder.Key key) {
    for (Direction direction : Direction.values()) {
      FindingQuery query =
          new FindingQuery(
              Set.of(TENANT.account()),
              TENANT.region(),
              List.of(),
              new FindingOrder(key, direction));
      List<StoredFinding> all = new ArrayList<>();
      Optional<String> next = Optional.empty();
      do {
        PageRequest request = new PageRequest(7, next);
        Page<StoredFinding> page =
            fleet.transactions.read(reading -> fleet.findings.list(reading, query, request));
        all.addAll(page.items());
        next = page.next();
      } while (next.isPresent());
      assertThat(all).hasSize(44).doesNotHaveDuplicates();
      Comparator<StoredFinding> order = SlowAnswer.order(query.order());
      assertThat(all).isSortedAccordingTo(order);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = FindingOrder.Key.class,
      names = {"UPDATED", "SEVERITY", "ACCOUNT", "EPSS"})
  void pages_go_through_the_findings_of_several_accounts_in_one_order(FindingOrder.Key key) {
    Tenant second = Tenant.of("222233334444", "eu-central-1");
    Tenant third = Tenant.of("333344445555", "eu-central-1");
    for (int i = 0; i < 5; i++) {
      Instant moment = NOW.plus(Duration.ofMinutes(i));
      fleet.assess(second, "a-" + i, moment, sample(0, i), sample(1, i + 1));
      fleet.assess(third, "b-" + i, moment, sample(2, i + 2), sample(3, i + 4));
    }
    FindingQuery query =
        new FindingQuery(
            Set.of(second.account(), third.account()),
            second.region(),
            List.of(
                new Criterion.OfText(
                    TextFacet.STATUS, List.of(new TextCondition(Comparison.EQUALS, "ACTIVE")))),
            new FindingOrder(key, Direction.DESCENDING));
    List<StoredFinding> all = new ArrayList<>();
    Optional<String> next = Optional.empty();
    do {
      PageRequest request = new PageRequest(3, next);
      Page<StoredFinding> page =
          fleet.transactions.read(reading -> fleet.findings.list(reading, query, request));
      all.addAll(page.items());
      next = page.next();
    } while (next.isPresent());
    assertThat(all).hasSize(20).doesNotHaveDuplicates();
    assertThat(all).isSortedAccordingTo(SlowAnswer.order(query.order()));
  }

  @Test
  void a_token_that_was_never_given_is_refused() {
    FindingQuery query =
        new FindingQuery(
            Set.of(TENANT.account()), TENANT.region(), List.of(), FindingOrder.DEFAULT);
    for (String bad : List.of("no token", "e30", "bnVsbA")) {
      assertThatThrownBy(
              () ->
                  fleet.transactions.read(
                      reading ->
                          fleet.findings.list(
                              reading, query, new PageRequest(2, Optional.of(bad)))))
          .isInstanceOf(InvalidPageTokenException.class);
    }
  }

  @Test
  void hostile_values_are_only_values() {
    for (String hostile :
        List.of("'; drop table finding; --", ":p0", "%", "_", "?", "\\", "é\u0001")) {
      assertThat(
              fleet.list(
                  new Criterion.OfText(
                      TextFacet.RESOURCE_ID,
                      List.of(new TextCondition(Comparison.EQUALS, hostile))),
                  new Criterion.OfTags(List.of(new TagCondition(hostile, hostile))),
                  new Criterion.OfText(
                      TextFacet.TITLE, List.of(new TextCondition(Comparison.PREFIX, hostile)))))
          .isEmpty();
    }
    assertThat(fleet.list()).hasSize(44);
  }

  @Test
  void a_package_must_fit_all_parts_at_once() {
    PackageCondition curl =
        new PackageCondition(
            new TextCondition(Comparison.EQUALS, "curl"),
            new TextCondition(Comparison.PREFIX, "2."),
            new NumberRange(1.0, 1.0),
            new TextCondition(Comparison.EQUALS, "1"),
            new TextCondition(Comparison.EQUALS, "amd64"),
            new TextCondition(Comparison.NOT_EQUALS, "nowhere"),
            null,
            null);
    assertThat(fleet.list(new Criterion.OfPackages(List.of(curl))))
        .hasSize(5)
        .allMatch(finding -> finding.resource().key().id().equals("web-2"));
  }

  @Test
  void a_range_without_ends_takes_all_that_have_the_number() {
    assertThat(
            fleet.list(
                new Criterion.OfNumber(NumberFacet.EPSS, List.of(new NumberRange(null, null)))))
        .isNotEmpty()
        .allMatch(finding -> SlowAnswer.epss(finding) != null);
    assertThat(
            fleet.list(
                new Criterion.OfDate(DateFacet.FIRST_OBSERVED, List.of(new DateRange(null, null)))))
        .hasSize(44);
  }
}
