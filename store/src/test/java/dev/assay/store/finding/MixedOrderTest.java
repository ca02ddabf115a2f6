package dev.assay.store.finding;

import static dev.assay.store.finding.Fleet.NOW;
import static dev.assay.store.finding.Fleet.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.finding.FindingChange.Judged;
import dev.assay.assessment.finding.FindingId;
import dev.assay.assessment.finding.FindingType;
import dev.assay.assessment.finding.ObservedFinding;
import dev.assay.assessment.finding.ReachablePorts;
import dev.assay.assessment.finding.ReachablePorts.Route;
import dev.assay.assessment.finding.ReachablePorts.Step;
import dev.assay.assessment.finding.Reconciliation;
import dev.assay.assessment.finding.StoredFinding;
import dev.assay.assessment.query.FindingOrder;
import dev.assay.assessment.query.FindingOrder.Direction;
import dev.assay.assessment.query.FindingQuery;
import dev.assay.assessment.query.Page;
import dev.assay.assessment.query.PageRequest;
import dev.assay.assessment.reachability.ReachabilityFindings;
import dev.assay.assessment.resource.Resource;
import dev.assay.model.Severity;
import dev.assay.model.runtime.Transport;
import dev.assay.store.Database;
import dev.assay.store.scratch.ScratchDatabases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Findings of two types in one list: each lacks some of what the other is sorted by.
final class MixedOrderTest {
  private static final int PORTS = 5;
  private static Database database;
  private static Fleet fleet;

  @BeforeAll
  static void open() {
    database = ScratchDatabases.open();
    fleet = new Fleet(database);
    Resource host =
        fleet.assess(
            TENANT,
            "web",
            NOW,
            Samples.of("CVE-2026-1").severity(Severity.LOW, null),
            Samples.of("CVE-2026-2"),
            Samples.of("CVE-2026-3"),
            Samples.of("XYZ-1").severity(Severity.MEDIUM, 5.0));
    List<ReachablePorts> open =
        IntStream.range(0, PORTS).mapToObj(MixedOrderTest::reachable).toList();
    fleet.transactions.change(
        writing -> {
          List<ObservedFinding> observed = ReachabilityFindings.observed(open);
          fleet.findings.apply(
              writing,
              host,
              new Reconciliation(
                      fleet.findings.ofResource(writing, host),
                      key -> FindingId.of(host.key(), key),
                      NOW)
                  .changes(
                      observed.stream()
                          .map(one -> new Judged(one, fleet.findings.hash(one.content())))
                          .toList(),
                      Set.of(FindingType.NETWORK_REACHABILITY)),
              NOW);
        });
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @ParameterizedTest
  @EnumSource(FindingOrder.Key.class)
  void whatever_they_are_sorted_by_pages_neither_lose_nor_repeat_one(FindingOrder.Key key) {
    for (Direction direction : Direction.values()) {
      FindingOrder order = new FindingOrder(key, direction);
      List<String> all = rules(fleet.list(order));
      assertThat(all).hasSize(PORTS + 4).doesNotHaveDuplicates();
      for (int size = 1; size <= 4; size++) {
        assertThat(rules(paged(order, size))).as("%s by %d", order, size).isEqualTo(all);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Direction.class)
  void what_has_no_vulnerability_stands_behind_what_has(Direction direction) {
    List<String> all =
        rules(fleet.list(new FindingOrder(FindingOrder.Key.VULNERABILITY_ID, direction)));
    List<String> vulnerabilities = List.of("CVE-2026-1", "CVE-2026-2", "CVE-2026-3", "XYZ-1");

    assertThat(all.subList(0, 4))
        .isEqualTo(direction == Direction.ASCENDING ? vulnerabilities : vulnerabilities.reversed());
    assertThat(all.subList(4, all.size())).allMatch(rule -> rule.startsWith("INTERNET"));
  }

  @ParameterizedTest
  @EnumSource(Direction.class)
  void what_has_no_protocol_stands_behind_what_has(Direction direction) {
    List<String> all =
        rules(fleet.list(new FindingOrder(FindingOrder.Key.NETWORK_PROTOCOL, direction)));
    String first = direction == Direction.ASCENDING ? "TCP" : "UDP";

    assertThat(all.getFirst()).contains(first);
    assertThat(all.subList(0, PORTS)).allMatch(rule -> rule.startsWith("INTERNET"));
  }

  private static List<StoredFinding> paged(FindingOrder order, int size) {
    FindingQuery query =
        new FindingQuery(Set.of(TENANT.account()), TENANT.region(), List.of(), order);
    List<StoredFinding> all = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      PageRequest request = new PageRequest(size, after);
      Page<StoredFinding> page =
          fleet.transactions.read(reading -> fleet.findings.list(reading, query, request));
      all.addAll(page.items());
      after = page.next();
    } while (after.isPresent());
    return all;
  }

  private static List<String> rules(List<StoredFinding> findings) {
    return findings.stream().map(finding -> finding.key().rule()).toList();
  }

  private static ReachablePorts reachable(int number) {
    return new ReachablePorts(
        Route.INTERNET,
        new Step("igw-1", "AWS::EC2::InternetGateway", null),
        null,
        "eni-" + number % 2,
        null,
        number % 2 == 0 ? Transport.TCP : Transport.UDP,
        20 + number,
        20 + number,
        "anywhere",
        List.of(
            new Step(
                "x-" + number,
                number % 3 == 0 ? "AWS::EC2::InternetGateway" : "AWS::EC2::VPNGateway",
                null)),
        List.of(),
        number % 2 == 0 ? Severity.MEDIUM : Severity.LOW,
        List.of());
  }
}
