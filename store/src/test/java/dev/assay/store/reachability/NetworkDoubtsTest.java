package dev.assay.store.reachability;

import static dev.assay.store.reachability.NetworkFixture.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.coverage.Coverage;
import dev.assay.assessment.coverage.CoverageQuery;
import dev.assay.assessment.coverage.ScanStatus;
import dev.assay.assessment.evidence.Receipt;
import dev.assay.assessment.finding.FindingStatus;
import dev.assay.assessment.finding.StoredFinding;
import dev.assay.assessment.query.PageRequest;
import dev.assay.assessment.reachability.NetworkReport;
import dev.assay.assessment.reachability.NetworkReport.Undecided;
import dev.assay.assessment.reachability.NetworkReport.Way;
import dev.assay.store.evidence.PostgresCoverageStore;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a snapshot does not decide stays open, and is said to be undecided.
final class NetworkDoubtsTest {
  private static final Instant FIRST = Instant.parse("2026-11-28T08:00:00Z");

  private NetworkFixture fixture;

  @BeforeEach
  void open() throws IOException {
    fixture = new NetworkFixture();
    fixture.now = FIRST;
    fixture.take("network", "1", example());
    fixture.now = FIRST.plus(Duration.ofHours(1));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void without_a_file_its_ways_stay_open_while_others_close() throws IOException {
    Map<String, String> files = example();
    files.remove("peering.json");
    files.compute(
        "security-groups.json",
        (file, text) -> String.valueOf(text).replaceAll("22(,?\\s)", "23$1"));

    Receipt receipt = fixture.take("network", "2", files);

    assertThat(receipt).isEqualTo(new Receipt.Assessed(3, 1, 1));
    Map<String, StoredFinding> findings =
        fixture.list().stream()
            .collect(Collectors.toMap(found -> found.key().rule(), found -> found));
    assertThat(findings.get("INTERNET igw-shop - eni-web TCP 22-22"))
        .extracting(StoredFinding::status)
        .isEqualTo(FindingStatus.CLOSED);
    assertThat(findings.get("PEERED_VPC pcx-office - eni-database TCP 5432-5432"))
        .extracting(StoredFinding::status, StoredFinding::lastObservedAt)
        .containsExactly(FindingStatus.ACTIVE, FIRST);
    NetworkReport report = fixture.report("i-database").orElseThrow();
    assertThat(report.open()).isEmpty();
    assertThat(undecided(report, Way.VPC_PEERING))
        .containsExactly(
            "the snapshot lacks VpcPeeringConnections, which an earlier one had",
            "TCP 5432 at eni-database was open when it was last decided;"
                + " the snapshot lacks VpcPeeringConnections, which an earlier one had");
  }

  @Test
  void what_was_in_doubt_is_decided_by_the_next_whole_snapshot() throws IOException {
    Map<String, String> files = example();
    files.remove("peering.json");
    fixture.take("network", "2", files);
    files.put("peering.json", "{\"VpcPeeringConnections\": []}");

    assertThat(fixture.take("network", "3", files)).isEqualTo(new Receipt.Assessed(2, 0, 1));
  }

  @Test
  void a_doubt_lasts_however_often_the_file_is_missing() throws IOException {
    Map<String, String> files = example();
    files.remove("peering.json");

    fixture.take("network", "2", files);
    fixture.take("network", "3", files);

    assertThat(fixture.list()).hasSize(3).allMatch(found -> found.status() == FindingStatus.ACTIVE);
  }

  @Test
  void hosts_are_not_gone_because_their_file_is() throws IOException {
    Map<String, String> files = example();
    String instances = String.valueOf(files.remove("instances.json"));

    assertThat(fixture.take("network", "2", files)).isEqualTo(new Receipt.Assessed(3, 0, 0));

    NetworkReport report = fixture.report("i-web").orElseThrow();
    assertThat(report.told()).isFalse();
    assertThat(report.asOf()).isEqualTo(FIRST);
    assertThat(report.undecided()).hasSize(Way.values().length);
    assertThat(undecided(report, Way.INTERNET))
        .containsExactly("the newest snapshot does not list the instances");
    assertThat(status("i-web")).isEqualTo(ScanStatus.STALE_INVENTORY);

    files.put("instances.json", instances.replace("\"i-web\"", "\"i-other\""));
    fixture.take("network", "3", files);
    assertThat(fixture.list())
        .filteredOn(found -> found.resource().key().id().equals("i-web"))
        .allMatch(found -> found.status() == FindingStatus.CLOSED);
    assertThat(fixture.report("i-database")).map(NetworkReport::told).contains(true);
  }

  @Test
  void hosts_of_another_folder_stay_until_that_folder_says_that_they_are_gone() throws IOException {
    Map<String, String> folders = new TreeMap<>();
    example().forEach((file, text) -> folders.put("1/eu/" + file, text));
    folders.put("2/eu/instances.json", "{\"Reservations\": []}");
    fixture.take("two", "1", folders);

    Map<String, String> other = Map.of("2/eu/instances.json", "{\"Reservations\": []}");
    assertThat(fixture.take("two", "2", other)).isEqualTo(new Receipt.Assessed(3, 0, 0));

    Map<String, String> both = new TreeMap<>(other);
    both.put("1/eu/instances.json", "{\"Reservations\": []}");
    assertThat(fixture.take("two", "3", both)).isEqualTo(new Receipt.Assessed(0, 0, 3));
  }

  @Test
  void a_terminated_instance_is_gone_whatever_else_is_missing() throws IOException {
    Map<String, String> files = example();
    files.remove("peering.json");
    files.compute(
        "instances.json",
        (file, text) -> String.valueOf(text).replace("\"running\"", "\"terminated\""));

    assertThat(fixture.take("network", "2", files)).isEqualTo(new Receipt.Assessed(0, 0, 3));
  }

  private static List<String> undecided(NetworkReport report, Way way) {
    return report.undecided().stream()
        .filter(each -> each.way() == way)
        .map(Undecided::what)
        .findFirst()
        .orElse(List.of());
  }

  private ScanStatus status(String host) {
    return fixture.transactions.read(
        reading ->
            new PostgresCoverageStore()
                    .list(
                        reading,
                        new CoverageQuery(
                            Set.of(TENANT.account()),
                            TENANT.region(),
                            Map.of(),
                            List.of(),
                            List.of()),
                        PageRequest.first(100))
                    .items()
                    .stream()
                    .filter(covered -> covered.resource().key().id().equals(host))
                    .map(Coverage::status)
                    .findFirst()
                    .orElseThrow());
  }

  private static Map<String, String> example() throws IOException {
    return NetworkFixture.example("network");
  }
}
