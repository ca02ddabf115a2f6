package dev.assay.jmh;

import dev.assay.assessment.aggregation.AggregationOrder;
import dev.assay.assessment.aggregation.AggregationQuery;
import dev.assay.assessment.aggregation.Grouping;
import dev.assay.assessment.finding.FindingStore;
import dev.assay.assessment.query.Criterion;
import dev.assay.assessment.query.Criterion.Comparison;
import dev.assay.assessment.query.Criterion.PackageCondition;
import dev.assay.assessment.query.Criterion.TagCondition;
import dev.assay.assessment.query.Criterion.TextCondition;
import dev.assay.assessment.query.FindingOrder;
import dev.assay.assessment.query.FindingOrder.Direction;
import dev.assay.assessment.query.FindingQuery;
import dev.assay.assessment.query.PageRequest;
import dev.assay.assessment.query.TextFacet;
import dev.assay.store.Database;
import dev.assay.store.Handles;
import dev.assay.store.finding.PostgresAggregationStore;
import dev.assay.store.finding.PostgresFilterStore;
import dev.assay.store.finding.PostgresFindingStore;
import dev.assay.store.scratch.ScratchDatabases;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// `FindingQuestions HOSTS RUNS`: how long questions take among 200 findings of each of so many
/// hosts, in a database made for it: pages of 100 with three criteria, and sums.
public final class FindingQuestions {
  private static final int PAGE = 100;
  private final Database database;
  private final FindingStore findings = new PostgresFindingStore(new PostgresFilterStore());
  private final PostgresAggregationStore sums = new PostgresAggregationStore();
  private final int runs;

  private FindingQuestions(Database database, int runs) {
    this.database = database;
    this.runs = runs;
  }

  public static void main(String[] args) {
    int hosts = Integer.parseInt(args[0]);
    try (Database database = ScratchDatabases.open()) {
      FindingQuestions questions = new FindingQuestions(database, Integer.parseInt(args[1]));
      long start = System.nanoTime();
      new ManyFindings(database, questions.findings).fill(hosts);
      System.out.printf(
          "%d findings in %.0f s%n", hosts * ManyFindings.EACH, (System.nanoTime() - start) / 1e9);
      questions.lists();
      questions.sums();
    }
  }

  private void lists() {
    Criterion active = text(TextFacet.STATUS, "ACTIVE");
    Criterion severe = text(TextFacet.SEVERITY, "CRITICAL", "HIGH");
    Criterion critical = text(TextFacet.SEVERITY, "CRITICAL");
    Criterion production = tag("prod");
    Criterion mended = text(TextFacet.FIX_AVAILABLE, "YES");
    FindingOrder worst = new FindingOrder(FindingOrder.Key.SEVERITY, Direction.DESCENDING);
    FindingOrder newest = FindingOrder.DEFAULT;
    list("active, critical or high, of a tag", newest, active, severe, production);
    list("the same, worst first", worst, active, severe, production);
    list("active, critical, with a fix", newest, active, critical, mended);
    list("active, with a fix, of a package", newest, active, mended, ofPackage("package-7"));
    list("active, critical or high, of a package", worst, active, severe, ofPackage("package-9"));
    list(
        "active, of a kind, of a vulnerability",
        newest,
        active,
        text(TextFacet.RESOURCE_TYPE, "AWS_EC2_INSTANCE"),
        text(TextFacet.VULNERABILITY_ID, ManyFindings.id(77)));
    list("active, critical or high, of a host", newest, active, severe, host("i-1234"));
    list("active, critical, of a tag nobody has", newest, active, critical, tag("nowhere"));
    list("active, of a host nobody has, with a fix", worst, active, mended, host("nowhere"));
    list(
        "active, with a fix, by a title's beginning",
        worst,
        active,
        mended,
        title("CVE-2025-0123"));
  }

  private void list(String what, FindingOrder order, Criterion... criteria) {
    FindingQuery query =
        new FindingQuery(
            Set.of(ManyFindings.TENANT.account()),
            ManyFindings.TENANT.region(),
            List.of(criteria),
            order);
    report(
        what,
        Latencies.of(
            runs,
            () ->
                database
                    .transactions()
                    .read(reading -> findings.list(reading, query, PageRequest.first(PAGE))),
            servers()));
  }

  private void sums() {
    Criterion active = text(TextFacet.STATUS, "ACTIVE");
    for (Grouping grouping : Grouping.values()) {
      AggregationQuery query =
          new AggregationQuery(
              Set.of(ManyFindings.TENANT.account()),
              ManyFindings.TENANT.region(),
              grouping,
              List.of(),
              List.of(active),
              AggregationOrder.DEFAULT);
      int times = grouping == Grouping.ACCOUNT ? runs : Math.max(3, runs / 50);
      report(
          "sums by " + grouping,
          Latencies.of(
              times,
              () ->
                  database
                      .transactions()
                      .read(reading -> sums.list(reading, query, PageRequest.first(PAGE))),
              servers()));
    }
  }

  /// The server's process of each connection.
  private List<ProcessHandle> servers() {
    return database
        .transactions()
        .read(
            reading ->
                Handles.of(reading)
                    .select("select pid from pg_stat_activity where datname = current_database()")
                    .mapTo(Long.class)
                    .list())
        .stream()
        .flatMap(process -> ProcessHandle.of(process).stream())
        .toList();
  }

  private static void report(String what, Latencies taken) {
    System.out.printf("%-46s %s%n", what, taken);
  }

  private static Criterion text(TextFacet facet, String... values) {
    return new Criterion.OfText(
        facet,
        Stream.of(values).map(value -> new TextCondition(Comparison.EQUALS, value)).toList());
  }

  private static Criterion title(String beginning) {
    return new Criterion.OfText(
        TextFacet.TITLE, List.of(new TextCondition(Comparison.PREFIX, beginning)));
  }

  private static Criterion host(String id) {
    return text(TextFacet.RESOURCE_ID, id);
  }

  private static Criterion tag(String environment) {
    return new Criterion.OfTags(List.of(new TagCondition("env", environment)));
  }

  private static Criterion ofPackage(String name) {
    return new Criterion.OfPackages(
        List.of(
            new PackageCondition(
                new TextCondition(Comparison.EQUALS, name),
                null,
                null,
                null,
                null,
                null,
                null,
                null)));
  }
}
