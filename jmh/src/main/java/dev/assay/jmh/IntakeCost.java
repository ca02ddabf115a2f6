package dev.assay.jmh;

import dev.assay.assessment.evidence.Advisories.Edition;
import dev.assay.assessment.evidence.EvidenceIntake;
import dev.assay.assessment.evidence.Settlement;
import dev.assay.assessment.evidence.Submission;
import dev.assay.assessment.resource.ResourceDetails;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.resource.ResourceType;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.inventory.document.InventoryDocumentException;
import dev.assay.inventory.document.InventoryDocumentReader;
import dev.assay.model.Inventory;
import dev.assay.store.Database;
import dev.assay.store.evidence.PostgresAssessedPackages;
import dev.assay.store.evidence.PostgresEvidenceStore;
import dev.assay.store.finding.PostgresFilterStore;
import dev.assay.store.finding.PostgresFindingStore;
import dev.assay.store.resource.PostgresResourceStore;
import dev.assay.store.scratch.ScratchDatabases;
import dev.assay.vulndb.RememberedDetails;
import dev.assay.vulndb.VulnerabilityDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// `IntakeCost HOSTS`: what evidence costs of hosts with 500 of the packages of {@link Subject}, in
/// CPU time of this process and of PostgreSQL: of hosts that are new, that changed by ten
/// packages, and that did not change.
public final class IntakeCost {
  private static final Tenant TENANT = Tenant.of("111122223333", "eu-central-1");

  private final EvidenceIntake intake;
  private final ManyHosts hosts;
  private final ProcessorTime time;

  private IntakeCost(Subject subject, VulnerabilityDatabase advisories, Database database) {
    PostgresEvidenceStore evidence = new PostgresEvidenceStore();
    PostgresAssessedPackages packages = new PostgresAssessedPackages();
    PostgresFindingStore findings = new PostgresFindingStore(new PostgresFilterStore());
    Edition edition = new Edition("measured", new RememberedDetails(advisories));
    this.intake =
        new EvidenceIntake(
            database.transactions(),
            new PostgresResourceStore(),
            evidence,
            packages,
            new Settlement(evidence, packages, findings, IntakeCost::read, Instant::now),
            () -> edition,
            Instant::now);
    this.hosts = new ManyHosts(subject.inventory());
    this.time = ProcessorTime.of(database);
  }

  public static void main(String[] args) throws IOException {
    Subject subject = Subject.fromProperties();
    int count = Integer.parseInt(args[0]);
    try (VulnerabilityDatabase advisories = VulnerabilityDatabase.open(subject.database());
        Database database = ScratchDatabases.open()) {
      IntakeCost cost = new IntakeCost(subject, advisories, database);
      System.out.println("the first: " + cost.intake.submit(cost.submission(0, 0, true)));
      for (int version = 1; version <= 5; version++) {
        cost.submit(cost.submissions(count, version, true));
      }
      cost.measure("changed", cost.submissions(count, 6, true));
      cost.measure("unchanged", cost.submissions(count, 6, false));
      List<Submission> fresh =
          IntStream.range(count, 2 * count)
              .mapToObj(host -> cost.submission(host, 0, true))
              .toList();
      cost.measure("new", fresh);
    }
  }

  private List<Submission> submissions(int count, int version, boolean whole) {
    return IntStream.range(0, count).mapToObj(host -> submission(host, version, whole)).toList();
  }

  private Submission submission(int host, int version, boolean whole) {
    String name = "host-" + host;
    return new Submission(
        new ResourceKey(TENANT, ResourceType.HOST, name),
        ResourceDetails.Host.named(name),
        Map.of("env", "test"),
        host + "-" + version,
        whole ? Optional.of(hosts.document(host, version)) : Optional.empty());
  }

  private void submit(List<Submission> submissions) {
    submissions.forEach(intake::submit);
  }

  private void measure(String what, List<Submission> submissions) {
    ProcessorTime.Reading before = time.now();
    long start = System.nanoTime();
    submit(submissions);
    double elapsed = (System.nanoTime() - start) / 1e6;
    ProcessorTime.Reading spent = time.now().since(before);
    System.out.printf(
        "%-10s %.1f ms here, %.1f ms in PostgreSQL; %.1f ms elapsed%n",
        what,
        spent.here() / submissions.size(),
        spent.server() / submissions.size(),
        elapsed / submissions.size());
  }

  private static Inventory read(String document) {
    try {
      return InventoryDocumentReader.read(
          new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
    } catch (InventoryDocumentException ours) {
      throw new IllegalStateException(ours);
    }
  }
}
