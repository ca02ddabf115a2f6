package dev.assay.assessment.finding;

import dev.assay.assessment.finding.FindingFacets.PackageFacet;
import dev.assay.model.AdvisoryReference;
import dev.assay.model.AffectedInstallation;
import dev.assay.model.Assessment;
import dev.assay.model.CvssScore;
import dev.assay.model.EpssScore;
import dev.assay.model.InstalledPackage;
import dev.assay.model.Vulnerability;
import dev.assay.model.VulnerabilityFinding;
import dev.assay.model.VulnerabilityId;
import dev.assay.report.FindingWords;
import dev.assay.report.PackageVersion;
import java.util.List;

/// The vulnerabilities of an inventory as observed findings.
public final class PackageVulnerabilities {
  private PackageVulnerabilities() {}

  public static List<ObservedFinding> observed(Assessment assessment) {
    return assessment.findings().stream().map(PackageVulnerabilities::observed).toList();
  }

  private static ObservedFinding observed(VulnerabilityFinding finding) {
    return new ObservedFinding(
        new FindingKey(FindingType.PACKAGE_VULNERABILITY, finding.vulnerability().id().value()),
        facets(finding),
        new FindingContent.PackageVulnerability(finding));
  }

  /// What such a finding is filtered, sorted and counted by.
  public static FindingFacets facets(VulnerabilityFinding finding) {
    Vulnerability vulnerability = finding.vulnerability();
    AffectedInstallation first = finding.packages().getFirst();
    EpssScore epss = vulnerability.epss();
    return new FindingFacets(
        finding.severity(),
        FindingWords.title(finding),
        FindingWords.score(vulnerability).map(CvssScore::baseScore).orElse(null),
        epss == null ? null : epss.probability(),
        finding.fixAvailability(),
        FindingWords.isExploited(vulnerability),
        first.evidence().stream()
            .findFirst()
            .map(AdvisoryReference::source)
            .map(Object::toString)
            .orElse(null),
        first.vendorSeverity(),
        vulnerability.aliases().stream().map(VulnerabilityId::value).toList(),
        finding.packages().stream()
            .map(AffectedInstallation::installed)
            .map(PackageVulnerabilities::facet)
            .distinct()
            .toList());
  }

  private static PackageFacet facet(InstalledPackage installed) {
    PackageVersion version = PackageVersion.of(installed.type(), installed.version());
    return new PackageFacet(
        installed.name(),
        version.version(),
        version.epoch(),
        version.release(),
        installed.architecture(),
        installed.evidence());
  }
}
