package dev.assay.inspector.v2;

import static dev.assay.inspector.v2.Nodes.ACCOUNT;
import static dev.assay.inspector.v2.Nodes.NOW;
import static dev.assay.inspector.v2.Nodes.OTHER;
import static dev.assay.inspector.v2.Nodes.caller;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.awsapi.assay.BenchmarkLevel;
import dev.assay.awsapi.assay.BenchmarkRule;
import dev.assay.awsapi.assay.BenchmarkStatus;
import dev.assay.awsapi.inspector2.AssociateMemberRequest;
import dev.assay.awsapi.inspector2.CisFindingStatus;
import dev.assay.awsapi.inspector2.CisFindingStatusComparison;
import dev.assay.awsapi.inspector2.CisFindingStatusFilter;
import dev.assay.awsapi.inspector2.CisNumberFilter;
import dev.assay.awsapi.inspector2.CisResultStatus;
import dev.assay.awsapi.inspector2.CisResultStatusComparison;
import dev.assay.awsapi.inspector2.CisResultStatusFilter;
import dev.assay.awsapi.inspector2.CisScanResultDetailsFilterCriteria;
import dev.assay.awsapi.inspector2.CisScanResultDetailsSortBy;
import dev.assay.awsapi.inspector2.CisScanResultsAggregatedByChecksFilterCriteria;
import dev.assay.awsapi.inspector2.CisScanResultsAggregatedByChecksSortBy;
import dev.assay.awsapi.inspector2.CisScanResultsAggregatedByTargetResourceFilterCriteria;
import dev.assay.awsapi.inspector2.CisScanResultsAggregatedByTargetResourceSortBy;
import dev.assay.awsapi.inspector2.CisSecurityLevel;
import dev.assay.awsapi.inspector2.CisSecurityLevelComparison;
import dev.assay.awsapi.inspector2.CisSecurityLevelFilter;
import dev.assay.awsapi.inspector2.CisSortOrder;
import dev.assay.awsapi.inspector2.CisStringComparison;
import dev.assay.awsapi.inspector2.CisStringFilter;
import dev.assay.awsapi.inspector2.CreateCisScanConfigurationRequest;
import dev.assay.awsapi.inspector2.CreateCisTargets;
import dev.assay.awsapi.inspector2.EnableDelegatedAdminAccountRequest;
import dev.assay.awsapi.inspector2.GetCisScanResultDetailsRequest;
import dev.assay.awsapi.inspector2.ListCisScanResultsAggregatedByChecksRequest;
import dev.assay.awsapi.inspector2.ListCisScanResultsAggregatedByTargetResourceRequest;
import dev.assay.awsapi.inspector2.ListCisScansFilterCriteria;
import dev.assay.awsapi.inspector2.ListCisScansRequest;
import dev.assay.awsapi.inspector2.ListCisScansSortBy;
import dev.assay.awsapi.inspector2.OneTimeSchedule;
import dev.assay.awsapi.inspector2.Schedule;
import dev.assay.awsapi.inspector2.TagComparison;
import dev.assay.awsapi.inspector2.TagFilter;
import dev.assay.awsapi.inspector2.ValidationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Random questions, each answered a second time by going through all that was reported.
@NullUnmarked
class CisQuestionsTest {
  private static final int QUESTIONS = 60;
  private static final List<String> STATUSES =
      List.of("PASSED", "FAILED", "NOT_EVALUATED", "ERROR", "NOT_APPLICABLE");

  /// One reported check.
  private record Row(
      String account,
      String host,
      String platform,
      String rule,
      String title,
      String level,
      String outcome) {}

  private record Host(String account, String id, String platform, String stage, boolean reported) {}

  private final Random random = new Random(2026);
  private final Nodes nodes = new Nodes();
  private final List<Row> rows = new ArrayList<>();
  private final List<Host> hosts = new ArrayList<>();
  private String scan;

  @BeforeEach
  void scanSomeHosts() {
    nodes.writer.organization.enableDelegatedAdminAccount(
        caller(OTHER),
        EnableDelegatedAdminAccountRequest.builder().delegatedAdminAccountId(ACCOUNT).build());
    nodes.writer.organization.associateMember(caller(ACCOUNT), new AssociateMemberRequest(OTHER));
    for (int i = 0; i < 12; i++) {
      Host host =
          new Host(
              random.nextBoolean() ? ACCOUNT : OTHER,
              "host-" + (char) ('a' + i) + ".example",
              pick(List.of("DEBIAN_12", "RHEL_9")),
              pick(List.of("test", "prod")),
              i % 4 != 3);
      hosts.add(host);
      Benchmarks.submit(
          nodes.writer,
          host.account(),
          host.id(),
          Map.of("stage", host.stage(), "kind", "any"),
          host.platform(),
          "LEVEL_2",
          NOW.minus(Duration.ofDays(1)),
          List.of(Benchmarks.rule("r", "PASSED", "LEVEL_1", "")));
    }
    for (String name : List.of("alpha", "beta", "alphabet")) {
      nodes.writer.cisScans.createCisScanConfiguration(
          caller(ACCOUNT),
          CreateCisScanConfigurationRequest.builder()
              .scanName(name)
              .securityLevel(CisSecurityLevel.LEVEL_2)
              .schedule(new Schedule.OneTime(OneTimeSchedule.builder().build()))
              .targets(
                  CreateCisTargets.builder()
                      .accountIds(List.of("ALL_ACCOUNTS"))
                      .targetResourceTags(
                          Map.of(name.equals("beta") ? "none" : "kind", List.of("any")))
                      .build())
              .build());
      nodes.writer.work();
      nodes.now = nodes.now.plusSeconds(60);
    }
    hosts.stream().filter(Host::reported).forEach(this::report);
    scan =
        nodes
            .reader
            .cisScans
            .listCisScans(caller(ACCOUNT), ListCisScansRequest.builder().build())
            .scans()
            .getFirst()
            .scanArn();
  }

  private void report(Host host) {
    List<BenchmarkRule> rules = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      if (random.nextInt(4) > 0) {
        String id = "rule_" + i;
        String title = i % 3 == 0 ? null : "Title " + i % 2 + "." + i;
        String level = i % 2 == 0 ? "LEVEL_1" : "LEVEL_2";
        String status = pick(STATUSES);
        rules.add(
            BenchmarkRule.builder()
                .ruleId(id)
                .title(title)
                .level(BenchmarkLevel.of(level))
                .status(BenchmarkStatus.of(status))
                .build());
        String outcome = status.equals("PASSED") || status.equals("FAILED") ? status : "SKIPPED";
        rows.add(new Row(host.account(), host.id(), host.platform(), id, title, level, outcome));
      }
    }
    Benchmarks.submit(
        nodes.writer, host.account(), host.id(), null, null, "LEVEL_2", nodes.now, rules);
  }

  @AfterEach
  void close() {
    nodes.close();
  }

  @Test
  void results_of_a_resource() {
    for (int i = 0; i < QUESTIONS; i++) {
      Host host = pick(hosts);
      List<CisStringFilter> rules = maybe(() -> texts("rule_", 8));
      List<CisStringFilter> titles = maybe(() -> texts("Title 1.", 8));
      List<CisSecurityLevelFilter> levels = maybe(this::levels);
      List<CisFindingStatusFilter> statuses =
          maybe(
              () ->
                  List.of(
                      new CisFindingStatusFilter(
                          CisFindingStatusComparison.EQUALS,
                          CisFindingStatus.of(pick(List.of("PASSED", "FAILED", "SKIPPED"))))));
      boolean byStatus = random.nextBoolean();
      boolean down = random.nextBoolean();
      List<String> expected =
          rows.stream()
              .filter(row -> row.host().equals(host.id()))
              .filter(row -> meets(row.rule(), rules) && meets(row.title(), titles))
              .filter(row -> levels == null || isOf(row.level(), levels))
              .filter(
                  row ->
                      statuses == null || row.outcome().equals(statuses.getFirst().value().value()))
              .sorted(order(row -> byStatus ? row.outcome() : row.rule(), Row::rule, down))
              .map(Row::rule)
              .toList();
      var question =
          GetCisScanResultDetailsRequest.builder()
              .scanArn(scan)
              .accountId(host.account())
              .targetResourceId(host.id())
              .maxResults(1 + random.nextInt(4))
              .sortBy(
                  byStatus
                      ? CisScanResultDetailsSortBy.STATUS
                      : CisScanResultDetailsSortBy.CHECK_ID)
              .sortOrder(down ? CisSortOrder.DESC : CisSortOrder.ASC)
              .filterCriteria(
                  CisScanResultDetailsFilterCriteria.builder()
                      .checkIdFilters(rules)
                      .titleFilters(titles)
                      .securityLevelFilters(levels)
                      .findingStatusFilters(statuses)
                      .build())
              .build();
      List<String> found = new ArrayList<>();
      String token = null;
      do {
        var page =
            nodes.reader.cisScans.getCisScanResultDetails(
                caller(ACCOUNT), question.toBuilder().nextToken(token).build());
        page.scanResultDetails().forEach(result -> found.add(result.checkId()));
        token = page.nextToken();
      } while (token != null);
      assertThat(found).as("%s", question).isEqualTo(expected);
    }
  }

  @Test
  void checks_over_resources() {
    for (int i = 0; i < QUESTIONS; i++) {
      List<CisStringFilter> rules = maybe(() -> texts("rule_", 8));
      List<CisStringFilter> accounts =
          maybe(
              () ->
                  List.of(
                      new CisStringFilter(
                          pick(List.of(CisStringComparison.EQUALS, CisStringComparison.NOT_EQUALS)),
                          pick(List.of(ACCOUNT, OTHER)))));
      List<CisStringFilter> platforms =
          maybe(() -> List.of(new CisStringFilter(CisStringComparison.PREFIX, "RHEL")));
      List<CisSecurityLevelFilter> levels = maybe(this::levels);
      List<CisNumberFilter> failed = maybe(this::range);
      boolean byCount = random.nextBoolean();
      boolean down = random.nextBoolean();
      Map<String, List<Row>> groups =
          rows.stream()
              .filter(row -> meets(row.account(), accounts))
              .collect(
                  Collectors.groupingBy(
                      row -> row.rule() + "\n" + row.platform(),
                      TreeMap::new,
                      Collectors.toList()));
      List<String> expected =
          groups.entrySet().stream()
              .filter(group -> meets(group.getValue().getFirst().rule(), rules))
              .filter(group -> meets(group.getValue().getFirst().platform(), platforms))
              .filter(group -> levels == null || isOf(group.getValue().getFirst().level(), levels))
              .filter(group -> isWithin(failures(group.getValue()), failed))
              .sorted(
                  order(
                      group ->
                          byCount
                              ? "%05d".formatted(failures(group.getValue()))
                              : group.getValue().getFirst().rule(),
                      Map.Entry::getKey,
                      down))
              .map(group -> group.getKey() + " " + failures(group.getValue()))
              .toList();
      var question =
          ListCisScanResultsAggregatedByChecksRequest.builder()
              .scanArn(scan)
              .maxResults(1 + random.nextInt(5))
              .sortBy(
                  byCount
                      ? CisScanResultsAggregatedByChecksSortBy.FAILED_COUNTS
                      : CisScanResultsAggregatedByChecksSortBy.CHECK_ID)
              .sortOrder(down ? CisSortOrder.DESC : CisSortOrder.ASC)
              .filterCriteria(
                  CisScanResultsAggregatedByChecksFilterCriteria.builder()
                      .checkIdFilters(rules)
                      .accountIdFilters(accounts)
                      .platformFilters(platforms)
                      .securityLevelFilters(levels)
                      .failedResourcesFilters(failed)
                      .build())
              .build();
      List<String> found = new ArrayList<>();
      String token = null;
      do {
        var page =
            nodes.reader.cisScans.listCisScanResultsAggregatedByChecks(
                caller(ACCOUNT), question.toBuilder().nextToken(token).build());
        page.checkAggregations()
            .forEach(
                check ->
                    found.add(
                        check.checkId()
                            + "\n"
                            + check.platform()
                            + " "
                            + check.statusCounts().failed()));
        token = page.nextToken();
      } while (token != null);
      assertThat(found).as("%s", question).isEqualTo(expected);
    }
  }

  @Test
  void resources() {
    for (int i = 0; i < QUESTIONS; i++) {
      List<CisStringFilter> ids = maybe(() -> texts("host-", 3));
      List<CisStringFilter> rules = maybe(() -> texts("rule_", 8));
      String outcome = random.nextBoolean() ? pick(List.of("PASSED", "FAILED", "SKIPPED")) : null;
      String stage = random.nextBoolean() ? pick(List.of("test", "prod")) : null;
      List<CisNumberFilter> failed = maybe(this::range);
      boolean byCount = random.nextBoolean();
      boolean down = random.nextBoolean();
      List<String> expected =
          hosts.stream()
              .filter(host -> meets(host.id(), ids))
              .filter(host -> stage == null || host.stage().equals(stage))
              .filter(host -> isWithin(failures(of(host)), failed))
              .filter(
                  host ->
                      (rules == null && outcome == null)
                          || of(host).stream()
                              .anyMatch(
                                  row ->
                                      meets(row.rule(), rules)
                                          && (outcome == null || row.outcome().equals(outcome))))
              .sorted(
                  order(
                      host -> byCount ? "%05d".formatted(failures(of(host))) : host.id(),
                      host -> host.account() + " " + host.id(),
                      down))
              .map(host -> host.id() + " " + (host.reported() ? "COMPLETED" : null))
              .toList();
      var question =
          ListCisScanResultsAggregatedByTargetResourceRequest.builder()
              .scanArn(scan)
              .maxResults(1 + random.nextInt(5))
              .sortBy(
                  byCount
                      ? CisScanResultsAggregatedByTargetResourceSortBy.FAILED_COUNTS
                      : CisScanResultsAggregatedByTargetResourceSortBy.RESOURCE_ID)
              .sortOrder(down ? CisSortOrder.DESC : CisSortOrder.ASC)
              .filterCriteria(
                  CisScanResultsAggregatedByTargetResourceFilterCriteria.builder()
                      .targetResourceIdFilters(ids)
                      .checkIdFilters(rules)
                      .statusFilters(
                          outcome == null
                              ? null
                              : List.of(
                                  new CisResultStatusFilter(
                                      CisResultStatusComparison.EQUALS,
                                      CisResultStatus.of(outcome))))
                      .targetResourceTagFilters(
                          stage == null
                              ? null
                              : List.of(new TagFilter(TagComparison.EQUALS, "stage", stage)))
                      .failedChecksFilters(failed)
                      .build())
              .build();
      List<String> found = new ArrayList<>();
      String token = null;
      do {
        var page =
            nodes.reader.cisScans.listCisScanResultsAggregatedByTargetResource(
                caller(ACCOUNT), question.toBuilder().nextToken(token).build());
        page.targetResourceAggregations()
            .forEach(
                target ->
                    found.add(
                        target.targetResourceId()
                            + " "
                            + (target.targetStatus() == null
                                ? null
                                : target.targetStatus().value())));
        token = page.nextToken();
      } while (token != null);
      assertThat(found).as("%s", question).isEqualTo(expected);
    }
  }

  @Test
  void scans() {
    assertThat(names(ListCisScansFilterCriteria.builder().build(), null))
        .containsExactly("alphabet", "beta", "alpha");
    assertThat(
            names(
                ListCisScansFilterCriteria.builder()
                    .scanNameFilters(
                        List.of(new CisStringFilter(CisStringComparison.PREFIX, "alpha")))
                    .build(),
                ListCisScansSortBy.SCAN_START_DATE))
        .containsExactly("alpha", "alphabet");
    assertThat(
            names(
                ListCisScansFilterCriteria.builder()
                    .targetResourceIdFilters(
                        List.of(
                            new CisStringFilter(CisStringComparison.EQUALS, hosts.getFirst().id())))
                    .failedChecksFilters(List.of(new CisNumberFilter(1, null)))
                    .targetResourceTagFilters(
                        List.of(new TagFilter(TagComparison.EQUALS, "kind", "any")))
                    .build(),
                ListCisScansSortBy.STATUS))
        .containsExactlyInAnyOrder("alpha", "alphabet");
    assertThat(
            names(
                ListCisScansFilterCriteria.builder()
                    .targetResourceTagFilters(
                        List.of(new TagFilter(TagComparison.EQUALS, "none", "any")))
                    .build(),
                ListCisScansSortBy.FAILED_CHECKS))
        .containsExactly("beta");
  }

  @Test
  void a_token_of_another_question_is_refused() {
    var question =
        ListCisScanResultsAggregatedByTargetResourceRequest.builder().scanArn(scan).maxResults(1);
    String token =
        nodes
            .reader
            .cisScans
            .listCisScanResultsAggregatedByTargetResource(caller(ACCOUNT), question.build())
            .nextToken();
    var other = question.sortOrder(CisSortOrder.DESC).nextToken(token).build();
    assertThatThrownBy(
            () ->
                nodes.reader.cisScans.listCisScanResultsAggregatedByTargetResource(
                    caller(ACCOUNT), other))
        .isInstanceOf(ValidationException.class);
  }

  private List<String> names(ListCisScansFilterCriteria criteria, ListCisScansSortBy sort) {
    List<String> names = new ArrayList<>();
    String token = null;
    do {
      var page =
          nodes.reader.cisScans.listCisScans(
              caller(ACCOUNT),
              ListCisScansRequest.builder()
                  .filterCriteria(criteria)
                  .sortBy(sort)
                  .maxResults(1)
                  .nextToken(token)
                  .build());
      page.scans().forEach(one -> names.add(one.scanName()));
      token = page.nextToken();
    } while (token != null);
    return names;
  }

  private List<Row> of(Host host) {
    return rows.stream().filter(row -> row.host().equals(host.id())).toList();
  }

  private static int failures(List<Row> some) {
    return (int) some.stream().filter(row -> row.outcome().equals("FAILED")).count();
  }

  private static <T> Comparator<T> order(
      Function<T, String> key, Function<T, String> tie, boolean down) {
    Comparator<T> up = Comparator.comparing(key).thenComparing(tie);
    return down ? up.reversed() : up;
  }

  private List<CisStringFilter> texts(String prefix, int most) {
    List<CisStringFilter> filters = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      CisStringComparison comparison =
          pick(
              List.of(
                  CisStringComparison.EQUALS,
                  CisStringComparison.PREFIX,
                  CisStringComparison.NOT_EQUALS));
      String value = prefix + random.nextInt(most);
      filters.add(
          new CisStringFilter(comparison, random.nextInt(3) == 0 ? value.substring(0, 5) : value));
    }
    return filters;
  }

  private List<CisSecurityLevelFilter> levels() {
    return List.of(
        new CisSecurityLevelFilter(
            CisSecurityLevelComparison.EQUALS,
            CisSecurityLevel.of(pick(List.of("LEVEL_1", "LEVEL_2")))));
  }

  private List<CisNumberFilter> range() {
    Integer low = random.nextBoolean() ? random.nextInt(4) : null;
    Integer high = random.nextBoolean() ? random.nextInt(6) : null;
    return List.of(new CisNumberFilter(low, high));
  }

  private static boolean isWithin(int number, List<CisNumberFilter> ranges) {
    return ranges == null
        || ranges.stream()
            .anyMatch(
                range ->
                    (range.lowerInclusive() == null || number >= range.lowerInclusive())
                        && (range.upperInclusive() == null || number <= range.upperInclusive()));
  }

  private static boolean isOf(String level, List<CisSecurityLevelFilter> levels) {
    return levels.stream().anyMatch(filter -> filter.value().value().equals(level));
  }

  private static boolean meets(String text, List<CisStringFilter> filters) {
    if (filters == null) {
      return true;
    }
    List<CisStringFilter> positive =
        filters.stream()
            .filter(filter -> filter.comparison() != CisStringComparison.NOT_EQUALS)
            .toList();
    boolean any =
        positive.isEmpty()
            || positive.stream()
                .anyMatch(
                    filter ->
                        text != null
                            && (filter.comparison() == CisStringComparison.EQUALS
                                ? text.equals(filter.value())
                                : text.startsWith(filter.value())));
    return any
        && filters.stream()
            .filter(filter -> filter.comparison() == CisStringComparison.NOT_EQUALS)
            .noneMatch(filter -> Objects.equals(text, filter.value()));
  }

  private <T> T maybe(java.util.function.Supplier<T> some) {
    return random.nextInt(3) == 0 ? some.get() : null;
  }

  private <T> T pick(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
