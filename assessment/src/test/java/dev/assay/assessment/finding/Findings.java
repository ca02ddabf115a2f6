package dev.assay.assessment.finding;

import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.resource.ResourceType;
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
import java.util.List;

/// Small findings for tests.
final class Findings {
  static final Tenant TENANT = Tenant.of("111122223333", "eu-central-1");
  static final ResourceKey HOST = new ResourceKey(TENANT, ResourceType.HOST, "web-1");

  private Findings() {}

  static FindingKey key(String rule) {
    return new FindingKey(FindingType.PACKAGE_VULNERABILITY, rule);
  }

  static ContentHash hash(int number) {
    return new ContentHash("%064x".formatted(number));
  }

  static ObservedFinding observed(String vulnerability) {
    VulnerabilityFinding finding = finding(vulnerability, "openssl", "1:3.0.1-2");
    return new ObservedFinding(
        key(vulnerability),
        PackageVulnerabilities.facets(finding),
        new FindingContent.PackageVulnerability(finding));
  }

  static VulnerabilityFinding finding(String vulnerability, String name, String version) {
    InstalledPackage installed =
        new InstalledPackage(
            PackageType.DEB,
            name,
            version,
            "amd64",
            PackageState.INSTALLED,
            name,
            version,
            null,
            null,
            null,
            null,
            "var/lib/dpkg/status");
    AffectedInstallation affected =
        new AffectedInstallation(
            installed,
            null,
            VendorStatus.AFFECTED,
            null,
            List.of(),
            AffectedInstallation.Use.INSTALLED,
            "No version mends it yet.",
            new Trace(Trace.Outcome.AFFECTED, List.of()));
    return new VulnerabilityFinding(
        new Vulnerability(
            new VulnerabilityId(vulnerability),
            List.of(),
            "",
            "",
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
        Severity.HIGH,
        List.of(),
        List.of(affected));
  }
}
