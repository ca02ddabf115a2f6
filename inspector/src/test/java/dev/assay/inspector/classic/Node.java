package dev.assay.inspector.classic;

import dev.assay.assessment.classic.Classic;
import dev.assay.assessment.classic.ClassicLimits;
import dev.assay.assessment.classic.evaluation.VulnerabilityEngine;
import dev.assay.assessment.classic.host.CoverageEvidence;
import dev.assay.assessment.classic.host.Hosts;
import dev.assay.assessment.classic.host.ResourceHosts;
import dev.assay.assessment.classic.subscription.Publisher;
import dev.assay.assessment.coverage.ScanStatus;
import dev.assay.assessment.evidence.EvidenceStore.JudgedEvidence;
import dev.assay.assessment.finding.FindingChange.Judged;
import dev.assay.assessment.finding.FindingContent;
import dev.assay.assessment.finding.FindingId;
import dev.assay.assessment.finding.FindingKey;
import dev.assay.assessment.finding.FindingStore;
import dev.assay.assessment.finding.FindingType;
import dev.assay.assessment.finding.ObservedFinding;
import dev.assay.assessment.finding.PackageVulnerabilities;
import dev.assay.assessment.finding.Reconciliation;
import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.resource.ResourceDetails;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.resource.ResourceType;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.work.Lease;
import dev.assay.assessment.work.WorkQueue;
import dev.assay.model.NotEvaluated;
import dev.assay.model.VulnerabilityFinding;
import dev.assay.store.Database;
import dev.assay.store.DatabaseAddress;
import dev.assay.store.classic.PostgresClassic;
import dev.assay.store.evidence.PostgresCoverageStore;
import dev.assay.store.evidence.PostgresEvidenceStore;
import dev.assay.store.finding.PostgresFilterStore;
import dev.assay.store.finding.PostgresFindingStore;
import dev.assay.store.resource.PostgresResourceStore;
import dev.assay.store.signal.PostgresSignals;
import dev.assay.store.work.PostgresWorkQueue;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A node of the service with Classic's operations on real stores.
final class Node implements AutoCloseable {
  private static final Instant SEEN = Instant.parse("2026-11-20T08:00:00Z");

  private final Database database;
  private final PostgresSignals signals;
  private final WorkQueue work;
  private final FindingStore findings = new PostgresFindingStore(new PostgresFilterStore());
  private final PostgresResourceStore resources = new PostgresResourceStore();
  final Classic classic;
  final ClassicOperations operations;

  Node(DatabaseAddress address, ClassicLimits limits) {
    database = Database.open(address, 6);
    signals = new PostgresSignals(database);
    work = new PostgresWorkQueue(database.transactions(), signals);
    Hosts hosts =
        new ResourceHosts(
            resources, findings, new CoverageEvidence(new PostgresCoverageStore()), (_, _) -> null);
    classic =
        Classic.of(
            PostgresClassic.stores(),
            new Classic.Surroundings(
                database.transactions(),
                work,
                hosts,
                List.of(new VulnerabilityEngine(hosts)),
                Publisher.NONE,
                (report, validFor) -> "https://reports.example/" + report.format(),
                new PdfPrinter(),
                limits,
                InstantSource.system(),
                new SecureRandom()));
    operations = ClassicOperations.of(classic);
  }

  /// Takes evidence of a host in: exactly these vulnerabilities, and what could not be judged.
  void assess(
      Tenant tenant,
      String id,
      Map<String, String> tags,
      List<NotEvaluated> gaps,
      VulnerabilityFinding... found) {
    ResourceKey key = new ResourceKey(tenant, ResourceType.HOST, id);
    database
        .transactions()
        .change(
            writing -> {
              Resource host =
                  resources.observe(writing, key, ResourceDetails.Host.unknown(), tags, SEEN);
              var changes =
                  new Reconciliation(
                          findings.ofResource(writing, host),
                          finding -> FindingId.of(key, finding),
                          SEEN)
                      .changes(
                          List.of(found).stream().map(this::judged).toList(),
                          Set.of(FindingType.PACKAGE_VULNERABILITY));
              findings.apply(writing, host, changes, SEEN);
              new PostgresEvidenceStore()
                  .keep(
                      writing,
                      host,
                      new JudgedEvidence(
                          "mark", "{}", "edition", ScanStatus.SUCCESSFUL, gaps, Set.of(), SEEN));
            });
  }

  private Judged judged(VulnerabilityFinding found) {
    ObservedFinding observed =
        new ObservedFinding(
            new FindingKey(FindingType.PACKAGE_VULNERABILITY, found.vulnerability().id().value()),
            PackageVulnerabilities.facets(found),
            new FindingContent.PackageVulnerability(found));
    return new Judged(observed, findings.hash(observed.content()));
  }

  /// Makes a host known of which there is no evidence.
  void discover(Tenant tenant, String id) {
    database
        .transactions()
        .<Resource>write(
            writing ->
                resources.observe(
                    writing,
                    new ResourceKey(tenant, ResourceType.HOST, id),
                    ResourceDetails.Host.unknown(),
                    Map.of(),
                    SEEN));
  }

  void workUntilIdle() {
    List<Lease> leases;
    do {
      leases = work.lease(classic.workers().keySet(), 1, Duration.ofSeconds(30), "test");
      for (Lease lease : leases) {
        var worker = classic.workers().get(lease.work().queue());
        if (worker == null) {
          throw new IllegalStateException("nobody works for " + lease.work().queue());
        }
        try {
          worker.handle(lease);
        } catch (RuntimeException failure) {
          throw failure;
        } catch (Exception failure) {
          throw new AssertionError("work of Classic throws no such thing", failure);
        }
      }
    } while (!leases.isEmpty());
  }

  @Override
  public void close() {
    signals.close();
    database.close();
  }
}
