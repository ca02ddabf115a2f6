package dev.assay.inspector.v2;

import dev.assay.assessment.evidence.Advisories;
import dev.assay.assessment.finding.FindingChange.Judged;
import dev.assay.assessment.finding.FindingContent;
import dev.assay.assessment.finding.FindingId;
import dev.assay.assessment.finding.FindingKey;
import dev.assay.assessment.finding.FindingStore;
import dev.assay.assessment.finding.FindingType;
import dev.assay.assessment.finding.ObservedFinding;
import dev.assay.assessment.finding.PackageVulnerabilities;
import dev.assay.assessment.finding.Reconciliation;
import dev.assay.assessment.organization.MembershipStore;
import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.resource.ResourceDetails;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.resource.ResourceStore;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.model.AffectedInstallation;
import dev.assay.model.InstalledPackage;
import dev.assay.model.PackageState;
import dev.assay.model.PackageType;
import dev.assay.model.Severity;
import dev.assay.model.Trace;
import dev.assay.model.VendorStatus;
import dev.assay.model.Vulnerability;
import dev.assay.model.VulnerabilityFinding;
import dev.assay.model.VulnerabilityId;
import dev.assay.store.Database;
import dev.assay.store.account.PostgresMembershipStore;
import dev.assay.store.evidence.PostgresCoverageStore;
import dev.assay.store.finding.PostgresAggregationStore;
import dev.assay.store.finding.PostgresFilterStore;
import dev.assay.store.finding.PostgresFindingStore;
import dev.assay.store.resource.PostgresResourceStore;
import dev.assay.store.scratch.ScratchDatabases;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Resources with findings, and the operations that show them.
final class Fleet implements AutoCloseable {
  final Database database = ScratchDatabases.open();
  final MembershipStore memberships = new PostgresMembershipStore();
  final FindingsApi findings;
  final CoverageApi coverage;
  private final ResourceStore resources = new PostgresResourceStore();
  private final FindingStore store = new PostgresFindingStore(new PostgresFilterStore());

  Fleet() {
    Visibility visibility = new MemberVisibility(memberships);
    Advisories none =
        () -> {
          throw new IllegalStateException("nothing is matched here");
        };
    findings =
        new FindingsApi(
            database.transactions(), store, new PostgresAggregationStore(), visibility, none);
    coverage = new CoverageApi(database.transactions(), new PostgresCoverageStore(), visibility);
  }

  /// Takes in what a resource has: exactly these vulnerabilities.
  void assess(
      Tenant tenant,
      String id,
      ResourceDetails details,
      Map<String, String> tags,
      VulnerabilityFinding... found) {
    ResourceKey key = new ResourceKey(tenant, details.type(), id);
    database
        .transactions()
        .change(
            writing -> {
              Resource resource = resources.observe(writing, key, details, tags, Nodes.NOW);
              var changes =
                  new Reconciliation(
                          store.ofResource(writing, resource),
                          finding -> FindingId.of(key, finding),
                          Nodes.NOW)
                      .changes(
                          List.of(found).stream().map(this::judged).toList(),
                          Set.of(FindingType.PACKAGE_VULNERABILITY));
              store.apply(writing, resource, changes, Nodes.NOW);
            });
  }

  private Judged judged(VulnerabilityFinding found) {
    ObservedFinding observed =
        new ObservedFinding(
            new FindingKey(FindingType.PACKAGE_VULNERABILITY, found.vulnerability().id().value()),
            PackageVulnerabilities.facets(found),
            new FindingContent.PackageVulnerability(found));
    return new Judged(observed, store.hash(observed.content()));
  }

  /// @param fixed null where no version mends it
  static VulnerabilityFinding vulnerability(
      String id, Severity severity, String packageName, @Nullable String fixed) {
    InstalledPackage installed =
        new InstalledPackage(
            PackageType.DEB,
            packageName,
            "1.0-1",
            "amd64",
            PackageState.INSTALLED,
            packageName,
            "1.0-1",
            null,
            null,
            null,
            null,
            "var/lib/dpkg/status");
    return new VulnerabilityFinding(
        new Vulnerability(
            new VulnerabilityId(id),
            List.of(),
            "A defect",
            "What it does.",
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            false,
            null,
            null,
            List.of(),
            null,
            List.of()),
        severity,
        List.of(),
        List.of(
            new AffectedInstallation(
                installed,
                fixed,
                fixed == null ? VendorStatus.AFFECTED : VendorStatus.FIXED,
                null,
                List.of(),
                AffectedInstallation.Use.INSTALLED,
                fixed == null ? "No version mends it yet." : "Upgrade to " + fixed + ".",
                new Trace(Trace.Outcome.AFFECTED, List.of()))));
  }

  @Override
  public void close() {
    database.close();
  }
}
