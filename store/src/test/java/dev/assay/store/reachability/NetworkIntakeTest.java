package dev.assay.store.reachability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.assessment.evidence.Receipt;
import dev.assay.assessment.finding.FindingStatus;
import dev.assay.assessment.finding.FindingStore;
import dev.assay.assessment.finding.StoredFinding;
import dev.assay.assessment.query.FindingOrder;
import dev.assay.assessment.query.FindingQuery;
import dev.assay.assessment.query.PageRequest;
import dev.assay.assessment.reachability.NetworkIntake;
import dev.assay.assessment.reachability.NetworkStore;
import dev.assay.assessment.reachability.SupersededException;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.resource.ResourceType;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.network.reader.SnapshotReader;
import dev.assay.network.snapshot.NetworkSnapshot;
import dev.assay.store.Database;
import dev.assay.store.finding.PostgresFilterStore;
import dev.assay.store.finding.PostgresFindingStore;
import dev.assay.store.resource.PostgresResourceStore;
import dev.assay.store.scratch.ScratchDatabases;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The example network, through the service's own door.
final class NetworkIntakeTest {
  private static final Tenant TENANT = Tenant.of("111122223333", "eu-central-1");
  private static final Tenant OTHER = Tenant.of("444455556666", "eu-central-1");
  private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");

  private final NetworkStore networks = new PostgresNetworkStore();
  private final FindingStore findings = new PostgresFindingStore(new PostgresFilterStore());
  private final PostgresResourceStore resources = new PostgresResourceStore();
  private Database database;
  private Transactions transactions;
  private NetworkIntake intake;

  @BeforeEach
  void open() {
    database = ScratchDatabases.open();
    transactions = database.transactions();
    intake = new NetworkIntake(transactions, resources, networks, findings, () -> NOW);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_snapshot_is_known_once_it_was_taken_in() throws IOException {
    assertThat(ask("1")).isEqualTo(new Receipt.DocumentRequired());
    assertThat(take("network", "1", example())).isEqualTo(new Receipt.Assessed(3, 3, 0));

    assertThat(ask("1")).isEqualTo(new Receipt.Unchanged());
    assertThat(ask("2")).isEqualTo(new Receipt.DocumentRequired());
    assertThat(take("network", "2", example())).isEqualTo(new Receipt.Assessed(3, 0, 0));
  }

  @Test
  void another_account_sees_nothing_of_it() throws IOException {
    take("network", "1", example());

    assertThat(intake.submit(OTHER, "network", "1", Optional.empty()))
        .isEqualTo(new Receipt.DocumentRequired());
    assertThat(list(OTHER)).isEmpty();
  }

  @Test
  void what_an_overtaken_snapshot_says_of_hosts_is_not_kept() throws IOException {
    NetworkSnapshot example = example();
    NetworkIntake overtaken =
        new NetworkIntake(transactions, resources, new Overtaken(networks), findings, () -> NOW);

    assertThatExceptionOfType(SupersededException.class)
        .isThrownBy(() -> overtaken.submit(TENANT, "network", "1", Optional.of(example)));

    assertThat(list(TENANT)).isEmpty();
    assertThat(ask("1")).isEqualTo(new Receipt.DocumentRequired());
  }

  @Test
  void networks_of_other_names_stay_as_they_are() throws IOException {
    take("one", "1", example());

    take("two", "1", nothing());

    assertThat(list(TENANT)).hasSize(3).allMatch(found -> found.status() == FindingStatus.ACTIVE);
    take("one", "2", nothing());
    assertThat(list(TENANT)).hasSize(3).allMatch(found -> found.status() == FindingStatus.CLOSED);
  }

  @Test
  void a_host_of_the_snapshot_no_more_has_no_report() throws IOException {
    take("network", "1", example());
    assertThat(report("i-web")).isPresent();

    take("network", "2", nothing());

    assertThat(report("i-web")).isEmpty();
  }

  private Receipt ask(String mark) {
    return intake.submit(TENANT, "network", mark, Optional.empty());
  }

  private Receipt take(String network, String mark, NetworkSnapshot snapshot) {
    return intake.submit(TENANT, network, mark, Optional.of(snapshot));
  }

  private Optional<?> report(String id) {
    return transactions.read(
        reading ->
            networks.of(
                reading,
                resources
                    .find(reading, new ResourceKey(TENANT, ResourceType.HOST, id))
                    .orElseThrow()));
  }

  private List<StoredFinding> list(Tenant tenant) {
    return transactions.read(
        reading ->
            findings
                .list(
                    reading,
                    new FindingQuery(
                        Set.of(tenant.account()), tenant.region(), List.of(), FindingOrder.DEFAULT),
                    PageRequest.first(100))
                .items());
  }

  private static NetworkSnapshot nothing() {
    return new SnapshotReader().snapshot();
  }

  private static NetworkSnapshot example() throws IOException {
    SnapshotReader reader = new SnapshotReader();
    try (Stream<Path> files = Files.list(Path.of("..", "examples", "network"))) {
      for (Path file : files.sorted().toList()) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
          reader.read(file.toString(), in);
        }
      }
    }
    return reader.snapshot();
  }
}
