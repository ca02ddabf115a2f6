package dev.assay.store.classic;

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

/// Vulnerabilities of hosts, for tests.
final class Vulnerabilities {
  private Vulnerabilities() {}

  static VulnerabilityFinding of(String id, Severity severity) {
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
                new InstalledPackage(
                    PackageType.DEB,
                    "openssl",
                    "3.0.1-1",
                    "amd64",
                    PackageState.INSTALLED,
                    "openssl",
                    "3.0.1-1",
                    null,
                    null,
                    null,
                    null,
                    "var/lib/dpkg/status"),
                "3.0.2-1",
                VendorStatus.FIXED,
                null,
                List.of(),
                AffectedInstallation.Use.INSTALLED,
                "Upgrade openssl to 3.0.2-1.",
                new Trace(Trace.Outcome.AFFECTED, List.of()))));
  }
}
