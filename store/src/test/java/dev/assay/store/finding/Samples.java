package dev.assay.store.finding;

import dev.assay.assessment.finding.FindingContent;
import dev.assay.assessment.finding.FindingKey;
import dev.assay.assessment.finding.FindingType;
import dev.assay.assessment.finding.ObservedFinding;
import dev.assay.assessment.finding.PackageVulnerabilities;
import dev.assay.model.AdvisoryId;
import dev.assay.model.AdvisoryReference;
import dev.assay.model.AffectedInstallation;
import dev.assay.model.CvssScore;
import dev.assay.model.EpssScore;
import dev.assay.model.InstalledPackage;
import dev.assay.model.PackageState;
import dev.assay.model.PackageType;
import dev.assay.model.Severity;
import dev.assay.model.SourceId;
import dev.assay.model.Trace;
import dev.assay.model.VendorStatus;
import dev.assay.model.Vulnerability;
import dev.assay.model.VulnerabilityFinding;
import dev.assay.model.VulnerabilityId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Findings for tests, each of one package.
///
/// @param score null for a vulnerability that nobody has scored
/// @param fixed null where no version mends it
record Samples(
    String vulnerability,
    Severity severity,
    @Nullable Double score,
    @Nullable Double epss,
    String packageName,
    String version,
    @Nullable String fixed,
    @Nullable String alias,
    String source) {

  static Samples of(String vulnerability) {
    return new Samples(
        vulnerability, Severity.HIGH, 7.5, null, "openssl", "1:3.0.1-2", null, null, "debian-osv");
  }

  Samples severity(Severity other, @Nullable Double otherScore) {
    return new Samples(
        vulnerability, other, otherScore, epss, packageName, version, fixed, alias, source);
  }

  Samples inPackage(String name, String ofVersion) {
    return new Samples(vulnerability, severity, score, epss, name, ofVersion, fixed, alias, source);
  }

  Samples fixedIn(String later) {
    return new Samples(
        vulnerability, severity, score, epss, packageName, version, later, alias, source);
  }

  Samples alias(String other) {
    return new Samples(
        vulnerability, severity, score, epss, packageName, version, fixed, other, source);
  }

  Samples epss(double probability) {
    return new Samples(
        vulnerability, severity, score, probability, packageName, version, fixed, alias, source);
  }

  ObservedFinding observed() {
    VulnerabilityFinding finding = finding();
    return new ObservedFinding(
        new FindingKey(FindingType.PACKAGE_VULNERABILITY, vulnerability),
        PackageVulnerabilities.facets(finding),
        new FindingContent.PackageVulnerability(finding));
  }

  VulnerabilityFinding finding() {
    VulnerabilityId id = new VulnerabilityId(vulnerability);
    InstalledPackage installed =
        new InstalledPackage(
            PackageType.DEB,
            packageName,
            version,
            "amd64",
            PackageState.INSTALLED,
            packageName,
            version,
            null,
            null,
            null,
            null,
            "var/lib/dpkg/status");
    AffectedInstallation affected =
        new AffectedInstallation(
            installed,
            fixed,
            fixed == null ? VendorStatus.AFFECTED : VendorStatus.FIXED,
            null,
            List.of(
                new AdvisoryReference(
                    new SourceId(source), new AdvisoryId(vulnerability), "https://example.org/a")),
            AffectedInstallation.Use.INSTALLED,
            fixed == null ? "No version mends it yet." : "Upgrade to " + fixed + ".",
            new Trace(
                Trace.Outcome.AFFECTED, List.of(new Trace.Step("version-compared", "is lower"))));
    return new VulnerabilityFinding(
        new Vulnerability(
            id,
            alias == null ? List.of() : List.of(new VulnerabilityId(alias)),
            "A title",
            "A description.",
            score == null
                ? List.of()
                : List.of(
                    new CvssScore(
                        "NVD", "3.1", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", score)),
            List.of("CWE-787"),
            List.of("https://example.org/b"),
            Instant.parse("2024-01-01T00:00:00Z"),
            null,
            false,
            null,
            epss == null ? null : new EpssScore(id, epss, 0.5, LocalDate.of(2026, 11, 1)),
            List.of(),
            null,
            List.of(new SourceId(source))),
        severity,
        List.of("because"),
        List.of(affected));
  }
}
