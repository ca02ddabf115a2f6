package dev.assay.inspector.v2;

import dev.assay.assessment.evidence.Advisories.Edition;
import dev.assay.assessment.evidence.AssessedPackages;
import dev.assay.assessment.evidence.EvidenceIntake;
import dev.assay.assessment.evidence.EvidenceStore;
import dev.assay.assessment.evidence.Settlement;
import dev.assay.assessment.export.Depot;
import dev.assay.assessment.export.ExportKind;
import dev.assay.assessment.export.ExportWork;
import dev.assay.assessment.export.Exports;
import dev.assay.assessment.query.FindingOrder;
import dev.assay.assessment.query.FindingQuery;
import dev.assay.assessment.query.PageRequest;
import dev.assay.assessment.reachability.NetworkIntake;
import dev.assay.assessment.runtime.RuntimeIntake;
import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.tenant.Region;
import dev.assay.assessment.work.Lease;
import dev.assay.awsapi.assay.EvidenceContent;
import dev.assay.awsapi.assay.EvidenceResource;
import dev.assay.awsapi.assay.EvidenceResourceType;
import dev.assay.awsapi.assay.SubmitEvidenceRequest;
import dev.assay.awsapi.json.JsonReader;
import dev.assay.inspector.own.EvidenceApi;
import dev.assay.inspector.own.ExportsApi;
import dev.assay.inspector.scan.Starter;
import dev.assay.inventory.sbom.CycloneDxReader;
import dev.assay.store.Database;
import dev.assay.store.DatabaseAddress;
import dev.assay.store.evidence.PostgresAssessedPackages;
import dev.assay.store.evidence.PostgresCoverageStore;
import dev.assay.store.evidence.PostgresEvidenceStore;
import dev.assay.store.export.PostgresExportStore;
import dev.assay.store.finding.PostgresFilterStore;
import dev.assay.store.finding.PostgresFindingStore;
import dev.assay.store.reachability.PostgresConfigurationStore;
import dev.assay.store.reachability.PostgresNetworkStore;
import dev.assay.store.resource.PostgresResourceStore;
import dev.assay.store.runtime.PostgresRuntimeStore;
import dev.assay.store.scratch.ScratchDatabases;
import dev.assay.store.signal.PostgresSignals;
import dev.assay.store.work.PostgresWorkQueue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;

/// Two nodes on one database that write exports into one depot, which can be made to fail.
final class ExportNodes implements AutoCloseable {
  static final String DEBIAN =
      """
      {"bomFormat": "CycloneDX", "specVersion": "1.5",
       "metadata": {"component": {"type": "platform", "name": "a root"}},
       "components": [
        {"bom-ref": "ssh", "type": "library", "name": "openssh-server", "version": "1:9.2p1-2",
         "purl": "pkg:deb/debian/openssh-server@1:9.2p1-2?arch=amd64&distro=debian-12&upstream=openssh"},
        {"bom-ref": "ssl", "type": "library", "name": "openssl", "version": "3.0.11-1~deb12u2",
         "purl": "pkg:deb/debian/openssl@3.0.11-1~deb12u2?arch=amd64&distro=debian-12",
         "properties": [{"name": "syft:location:0:path", "value": "/var/lib/dpkg/status"}]}
      ]}
      """;
  private static final Edition EDITION = Starter.edition();
  private static final Instant OBSERVED = Instant.parse("2024-01-02T12:00:00Z");
  private static final Instant ASKED = Instant.parse("2024-01-05T12:00:00Z");
  private static final Duration LEASE = Duration.ofMillis(500);

  private final DatabaseAddress address = ScratchDatabases.newAddress();
  final Map<String, byte[]> documents = new ConcurrentSkipListMap<>();
  Node writer = new Node();
  Node reader = new Node();

  /// How many documents the depot does not take yet.
  int failures;

  /// After how many documents the node dies; 0 for never.
  int diesAfter;

  /// What happens after each document.
  Runnable afterEach = () -> {};

  /// The end of a process, as far as a test can have one.
  static final class Died extends Error {
    private static final long serialVersionUID = 1L;
  }

  void restart() {
    close();
    writer = new Node();
    reader = new Node();
  }

  @Override
  public void close() {
    writer.close();
    reader.close();
  }

  private long put(String key, byte[] document) throws IOException {
    if (failures > 0) {
      failures--;
      throw new IOException("not now");
    }
    documents.put(key, document);
    afterEach.run();
    if (diesAfter > 0 && --diesAfter == 0) {
      throw new Died();
    }
    return document.length;
  }

  /// The operations and the work of one node.
  final class Node implements AutoCloseable {
    private final Database database = Database.open(address, 4);
    private final PostgresSignals signals = new PostgresSignals(database);
    private final PostgresWorkQueue work = new PostgresWorkQueue(database.transactions(), signals);
    private final PostgresFindingStore findings =
        new PostgresFindingStore(new PostgresFilterStore());
    private final ExportWork exportWork;
    private final EvidenceApi evidence;
    final FindingsReportsApi reports;
    final SbomExportsApi sboms;
    final ExportsApi exportDocuments;

    Node() {
      InstantSource clock = InstantSource.fixed(OBSERVED);
      EvidenceStore kept = new PostgresEvidenceStore();
      AssessedPackages packages = new PostgresAssessedPackages();
      evidence =
          new EvidenceApi(
              new EvidenceIntake(
                  database.transactions(),
                  new PostgresResourceStore(),
                  kept,
                  packages,
                  new Settlement(kept, packages, findings, ExportNodes::inventory, clock),
                  () -> EDITION,
                  clock),
              BenchmarkDoor.intake(database, work, clock),
              new NetworkIntake(
                  database.transactions(),
                  new PostgresResourceStore(),
                  new PostgresNetworkStore(),
                  new PostgresConfigurationStore(),
                  findings,
                  clock),
              new RuntimeIntake(
                  database.transactions(),
                  new PostgresResourceStore(),
                  new PostgresRuntimeStore(),
                  clock),
              AgentDoor.agents(database.transactions(), signals, clock),
              AgentDoor.hosts(database.transactions(), signals, clock),
              AgentDoor.arrivals(database.transactions(), clock));
      var store = new PostgresExportStore();
      Exports exports =
          new Exports(
              database.transactions(), store, work, UUID::randomUUID, InstantSource.fixed(ASKED));
      Depot depot =
          (tenant, destination, key, mediaType, body) -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            body.writeTo(out);
            return put(
                tenant.account() + " " + destination.bucket() + " " + key, out.toByteArray());
          };
      exportWork =
          new ExportWork(
              database.transactions(),
              store,
              work,
              Map.of(
                  ExportKind.FINDINGS_REPORT,
                  new FindingsReport(database.transactions(), findings, Visibility.OWN),
                  ExportKind.SBOM_EXPORT,
                  new SbomExport(
                      database.transactions(),
                      new PostgresCoverageStore(),
                      new PostgresEvidenceStore(),
                      ExportNodes::inventory,
                      Visibility.OWN,
                      "test")),
              depot,
              InstantSource.fixed(ASKED));
      reports = new FindingsReportsApi(exports);
      sboms = new SbomExportsApi(exports);
      exportDocuments = new ExportsApi(exports, (export, document) -> Optional.empty());
    }

    void submit(String account, String id, String sbom) {
      evidence.submitEvidence(
          Nodes.caller(account),
          SubmitEvidenceRequest.builder()
              .resource(
                  EvidenceResource.builder().id(id).type(EvidenceResourceType.of("SBOM")).build())
              .contentHash("sha256:" + "0".repeat(64))
              .content(
                  new EvidenceContent.CycloneDx(
                      JsonReader.read(sbom.getBytes(StandardCharsets.UTF_8))))
              .build());
    }

    int findings(String account) {
      return database
          .transactions()
          .read(
              reading ->
                  findings.list(
                      reading,
                      new FindingQuery(
                          Set.of(new AccountId(account)),
                          new Region("eu-central-1"),
                          List.of(),
                          FindingOrder.DEFAULT),
                      PageRequest.first(1000)))
          .items()
          .size();
    }

    void workUntilIdle() {
      List<Lease> leases;
      do {
        leases = work.lease(Set.of(Exports.QUEUE), 1, LEASE, "test");
        for (Lease lease : leases) {
          try {
            exportWork.handle(lease);
          } catch (IOException later) {
            work.retry(lease, Duration.ZERO, String.valueOf(later.getMessage()));
          }
        }
      } while (!leases.isEmpty());
    }

    void workWhenLeasesAreOver() {
      try {
        Thread.sleep(LEASE.plusMillis(200));
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
      workUntilIdle();
    }

    @Override
    public void close() {
      signals.close();
      database.close();
    }
  }

  private static dev.assay.model.Inventory inventory(String document) {
    return CycloneDxReader.read(
            new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)), 5000)
        .inventory();
  }
}
