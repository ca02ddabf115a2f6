package dev.assay.store.finding;

import static dev.assay.store.finding.Fleet.NOW;
import static dev.assay.store.finding.Fleet.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.assessment.aggregation.Aggregate;
import dev.assay.assessment.aggregation.AggregationOrder;
import dev.assay.assessment.aggregation.AggregationQuery;
import dev.assay.assessment.aggregation.AggregationStore;
import dev.assay.assessment.aggregation.Group;
import dev.assay.assessment.aggregation.Grouping;
import dev.assay.assessment.finding.StoredFinding;
import dev.assay.assessment.query.Criterion;
import dev.assay.assessment.query.Criterion.Comparison;
import dev.assay.assessment.query.Criterion.TextCondition;
import dev.assay.assessment.query.FindingOrder;
import dev.assay.assessment.query.FindingOrder.Direction;
import dev.assay.assessment.query.FindingQuery;
import dev.assay.assessment.query.InvalidPageTokenException;
import dev.assay.assessment.query.Page;
import dev.assay.assessment.query.PageRequest;
import dev.assay.assessment.query.TextFacet;
import dev.assay.assessment.resource.ResourceDetails;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.model.Severity;
import dev.assay.store.Database;
import dev.assay.store.scratch.ScratchDatabases;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Sums over a random fleet of two accounts, beside {@link SlowSums}, which makes them in memory.
final class AggregationsTest {
  private static final Tenant MEMBER = Tenant.of("444455556666", "eu-central-1");
  private static final Set<AccountId> BOTH = Set.of(TENANT.account(), MEMBER.account());
  private static final AggregationStore SUMS = new PostgresAggregationStore();
  private static final List<Severity> SEVERITIES = List.of(Severity.values());
  private static Database database;
  private static Fleet fleet;
  private static List<StoredFinding> all;

  @BeforeAll
  static void open() {
    database = ScratchDatabases.open();
    fleet = new Fleet(database);
    Random random = new Random(40);
    for (int i = 0; i < 30; i++) {
      Tenant tenant = i % 3 == 0 ? MEMBER : TENANT;
      ResourceDetails details = details(i, random);
      ResourceKey key = new ResourceKey(tenant, details.type(), "resource-" + i);
      Map<String, String> tags = i % 2 == 0 ? Map.of("env", "prod") : Map.of();
      fleet.assess(key, details, tags, NOW, samples(random));
      // Some are closed by it, some change, some stay.
      fleet.assess(key, details, tags, NOW.plusSeconds(i), samples(random));
    }
    all =
        fleet.transactions.read(
            reading ->
                fleet
                    .findings
                    .list(
                        reading,
                        new FindingQuery(BOTH, TENANT.region(), List.of(), FindingOrder.DEFAULT),
                        PageRequest.first(2000))
                    .items());
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static ResourceDetails details(int i, Random random) {
    return switch (i % 5) {
      case 0, 1 ->
          new ResourceDetails.Host(
              i % 2 == 0 ? "DEBIAN_12" : "UBUNTU_24_04",
              null,
              random.nextInt(3) == 0 ? null : "ami-" + random.nextInt(3),
              null,
              null,
              List.of(),
              null,
              null);
      case 2 ->
          new ResourceDetails.ContainerImage(
              TENANT.account().value(),
              "repo-" + random.nextInt(3),
              "sha256:" + i,
              List.of("v" + i, "latest"),
              "amd64",
              null,
              null,
              NOW);
      case 3 ->
          new ResourceDetails.Function(
              "function-" + i, "PYTHON_3_12", "1", "", "role", List.of(), List.of(), null);
      default -> new ResourceDetails.CodeRepository("project-" + i, "GITHUB");
    };
  }

  private static Samples[] samples(Random random) {
    return IntStream.range(0, 14)
        .filter(i -> random.nextBoolean())
        .mapToObj(
            i -> {
              Samples sample =
                  Samples.of("CVE-2024-%d".formatted(1000 + i))
                      .severity(SEVERITIES.get(random.nextInt(6)), 5.0)
                      .inPackage("package-" + random.nextInt(5), "1:1." + random.nextInt(3) + "-1");
              return random.nextBoolean() ? sample.fixedIn("2-1") : sample;
            })
        .toArray(Samples[]::new);
  }

  @ParameterizedTest
  @EnumSource(Grouping.class)
  void random_sums_are_those_of_looking_at_every_finding(Grouping grouping) {
    assertThat(all).hasSizeGreaterThan(200);
    Random random = new Random(grouping.name().hashCode());
    int answered = 0;
    for (int i = 0; i < 60; i++) {
      AggregationQuery query = random(grouping, random);
      List<Aggregate> expected = SlowSums.of(all, query);
      int size = 1 + random.nextInt(8);
      assertThat(pages(query, size)).as("%s", query).isEqualTo(expected);
      answered += expected.isEmpty() ? 0 : 1;
    }
    assertThat(answered).isGreaterThan(15);
  }

  private static AggregationQuery random(Grouping grouping, Random random) {
    List<Criterion> criteria = new ArrayList<>();
    if (random.nextInt(4) > 0) {
      criteria.add(text(TextFacet.STATUS, "ACTIVE"));
    }
    if (random.nextInt(3) == 0) {
      criteria.add(counted(random));
    }
    if (random.nextInt(3) == 0) {
      criteria.add(Questions.random(random));
    }
    List<TextCondition> names =
        grouping == Grouping.ACCOUNT || random.nextInt(3) > 0
            ? List.of()
            : List.of(name(grouping, random));
    AggregationOrder.Key[] keys = AggregationOrder.Key.values();
    return new AggregationQuery(
        random.nextInt(4) == 0 ? Set.of(MEMBER.account()) : BOTH,
        TENANT.region(),
        grouping,
        names,
        criteria,
        new AggregationOrder(
            keys[random.nextInt(keys.length)],
            random.nextBoolean() ? Direction.ASCENDING : Direction.DESCENDING));
  }

  /// A criterion that the running counts answer.
  private static Criterion counted(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> text(TextFacet.SEVERITY, SEVERITIES.get(random.nextInt(6)).name());
      case 1 -> text(TextFacet.RESOURCE_TYPE, "AWS_EC2_INSTANCE");
      case 2 -> text(TextFacet.FIX_AVAILABLE, "YES");
      default -> text(TextFacet.ACCOUNT, MEMBER.account().value());
    };
  }

  private static Criterion text(TextFacet facet, String value) {
    return new Criterion.OfText(facet, List.of(new TextCondition(Comparison.EQUALS, value)));
  }

  private static TextCondition name(Grouping grouping, Random random) {
    Comparison[] comparisons = Comparison.values();
    List<String> names =
        SlowSums.of(
                all,
                new AggregationQuery(
                    BOTH,
                    TENANT.region(),
                    grouping,
                    List.of(),
                    List.of(),
                    AggregationOrder.DEFAULT))
            .stream()
            .map(sum -> SlowSums.name(sum.group()))
            .toList();
    return new TextCondition(
        comparisons[random.nextInt(comparisons.length)], names.get(random.nextInt(names.size())));
  }

  private static List<Aggregate> pages(AggregationQuery query, int size) {
    List<Aggregate> sums = new ArrayList<>();
    Optional<String> next = Optional.empty();
    do {
      PageRequest request = new PageRequest(size, next);
      Page<Aggregate> page = fleet.transactions.read(reading -> SUMS.list(reading, query, request));
      assertThat(page.items()).hasSizeLessThanOrEqualTo(size);
      sums.addAll(page.items());
      next = page.next();
    } while (next.isPresent());
    return sums;
  }

  @Test
  void counts_stay_what_they_are_when_they_are_brought_together() {
    AggregationQuery query = accounts(text(TextFacet.STATUS, "CLOSED"));
    List<Aggregate> before = pages(query, 10);
    assertThat(before).hasSize(2);

    fleet.transactions.writeInTurn(
        writing -> {
          SUMS.tidy(writing);
          return null;
        });

    assertThat(pages(query, 10)).isEqualTo(before);
  }

  @Test
  void counts_are_right_after_a_resource_with_its_findings_is_gone() {
    Tenant other = Tenant.of("777788889999", "eu-central-1");
    fleet.assess(other, "short-lived", NOW, Samples.of("CVE-2024-1"));
    AggregationQuery query =
        new AggregationQuery(
            Set.of(other.account()),
            other.region(),
            Grouping.ACCOUNT,
            List.of(),
            List.of(),
            AggregationOrder.DEFAULT);
    assertThat(pages(query, 1)).extracting(sum -> sum.sums().all()).containsExactly(1L);

    fleet.transactions.change(
        writing ->
            dev.assay.store.Handles.of(writing)
                .execute("delete from resource where account = ?", other.account().value()));

    assertThat(pages(query, 1)).isEmpty();
  }

  @Test
  void what_moves_between_two_pages_hides_nothing_that_stays() {
    Tenant other = Tenant.of("888899990000", "eu-central-1");
    for (int i = 0; i < 6; i++) {
      fleet.assess(other, "host-" + i, NOW, Samples.of("CVE-2024-1"));
    }
    AggregationQuery query =
        new AggregationQuery(
            Set.of(other.account()),
            other.region(),
            Grouping.HOST,
            List.of(),
            List.of(text(TextFacet.STATUS, "ACTIVE")),
            AggregationOrder.DEFAULT);
    Page<Aggregate> first =
        fleet.transactions.read(reading -> SUMS.list(reading, query, PageRequest.first(3)));

    fleet.assess(other, "host-1", NOW);
    fleet.assess(other, "host-00", NOW, Samples.of("CVE-2024-1"));

    Page<Aggregate> second =
        fleet.transactions.read(
            reading -> SUMS.list(reading, query, new PageRequest(9, first.next())));
    assertThat(Stream.concat(first.items().stream(), second.items().stream()))
        .extracting(sum -> SlowSums.name(sum.group()))
        .containsExactly("host-0", "host-1", "host-2", "host-3", "host-4", "host-5");
  }

  @Test
  void a_token_that_was_never_given_is_refused() {
    for (String bad : List.of("no token", "e30", "W10", "bnVsbA")) {
      assertThatThrownBy(
              () ->
                  fleet.transactions.read(
                      reading ->
                          SUMS.list(reading, accounts(), new PageRequest(2, Optional.of(bad)))))
          .isInstanceOf(InvalidPageTokenException.class);
    }
  }

  @Test
  void groups_of_every_kind_are_there() {
    Set<Grouping> empty = EnumSet.noneOf(Grouping.class);
    for (Grouping grouping : Grouping.values()) {
      AggregationQuery query =
          new AggregationQuery(
              BOTH, TENANT.region(), grouping, List.of(), List.of(), AggregationOrder.DEFAULT);
      if (pages(query, 100).isEmpty()) {
        empty.add(grouping);
      }
    }
    assertThat(empty).isEmpty();
    assertThat(pages(accounts(), 9)).extracting(Aggregate::group).containsOnly(new Group.Whole());
  }

  private static AggregationQuery accounts(Criterion... criteria) {
    return new AggregationQuery(
        BOTH,
        TENANT.region(),
        Grouping.ACCOUNT,
        List.of(),
        List.of(criteria),
        AggregationOrder.DEFAULT);
  }
}
