package dev.assay.store.reachability;

import dev.assay.assessment.evidence.Receipt;
import dev.assay.assessment.finding.FindingStore;
import dev.assay.assessment.finding.StoredFinding;
import dev.assay.assessment.query.FindingOrder;
import dev.assay.assessment.query.FindingQuery;
import dev.assay.assessment.query.PageRequest;
import dev.assay.assessment.reachability.ConfigurationFiles;
import dev.assay.assessment.reachability.ConfigurationFiles.NamedFile;
import dev.assay.assessment.reachability.NetworkIntake;
import dev.assay.assessment.reachability.NetworkReport;
import dev.assay.assessment.reachability.NetworkStore;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.resource.ResourceType;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.store.Database;
import dev.assay.store.finding.PostgresFilterStore;
import dev.assay.store.finding.PostgresFindingStore;
import dev.assay.store.resource.PostgresResourceStore;
import dev.assay.store.scratch.ScratchDatabases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The service's door for networks on a scratch database, with the example networks to hand in.
final class NetworkFixture implements AutoCloseable {
  static final Tenant TENANT = Tenant.of("111122223333", "eu-central-1");

  final Database database = ScratchDatabases.open();
  final Transactions transactions = database.transactions();
  final PostgresNetworkStore networks = new PostgresNetworkStore();
  final PostgresConfigurationStore configurations = new PostgresConfigurationStore();
  final FindingStore findings = new PostgresFindingStore(new PostgresFilterStore());
  final PostgresResourceStore resources = new PostgresResourceStore();
  Instant now = Instant.parse("2026-11-28T08:00:00Z");
  final NetworkIntake intake = intake(networks);

  NetworkIntake intake(NetworkStore store) {
    return new NetworkIntake(transactions, resources, store, configurations, findings, () -> now);
  }

  Receipt ask(String mark) {
    return intake.submit(TENANT, "network", mark, Optional.empty());
  }

  Receipt take(String network, String mark, Map<String, String> files) {
    return intake.submit(TENANT, network, mark, Optional.of(handed(files)));
  }

  static NetworkIntake.Handed handed(Map<String, String> files) {
    ConfigurationFiles all =
        new ConfigurationFiles(
            files.entrySet().stream()
                .map(
                    file ->
                        new NamedFile(
                            file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8)))
                .toList());
    return new NetworkIntake.Handed(all, all.read());
  }

  Optional<NetworkReport> report(String host) {
    return transactions.read(
        reading ->
            networks.of(
                reading,
                resources
                    .find(reading, new ResourceKey(TENANT, ResourceType.HOST, host))
                    .orElseThrow()));
  }

  List<StoredFinding> list() {
    return list(TENANT);
  }

  List<StoredFinding> list(Tenant tenant) {
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

  @Override
  public void close() {
    database.close();
  }

  /// Nothing, said in so many words.
  static Map<String, String> nothing() {
    return Map.of("instances.json", "{\"Reservations\": []}");
  }

  static Map<String, String> example(String name) throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.list(Path.of("..", "examples", name))) {
      for (Path file : files.toList()) {
        all.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return all;
  }
}
