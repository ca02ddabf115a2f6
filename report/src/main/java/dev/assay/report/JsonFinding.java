package dev.assay.report;

import dev.assay.model.AffectedInstallation;
import dev.assay.model.CvssScore;
import dev.assay.model.EpssScore;
import dev.assay.model.Inventory;
import dev.assay.model.Vulnerability;
import dev.assay.model.VulnerabilityFinding;
import java.time.Instant;
import java.util.List;

/// A finding with the members of Inspector v2's `Finding` and `PackageVulnerabilityDetails`, and
/// Assay's own beside them. What needs an AWS account (`findingArn`, `awsAccountId`) is absent.
final class JsonFinding {
  private final Inventory inventory;
  private final Instant at;

  JsonFinding(Inventory inventory, Instant at) {
    this.inventory = inventory;
    this.at = at;
  }

  void active(JsonOutput json, VulnerabilityFinding finding) {
    members(json, finding, "ACTIVE");
  }

  void suppressed(JsonOutput json, ViewedAssessment.Suppressed suppressed) {
    members(json, suppressed.finding(), "SUPPRESSED");
    json.object(
        "suppression",
        members -> {
          members.member("reason", suppressed.by().reason());
          members.member("expires", suppressed.by().expires());
        });
  }

  private void members(JsonOutput json, VulnerabilityFinding finding, String status) {
    Vulnerability vulnerability = finding.vulnerability();
    json.member("findingId", Fingerprint.of(inventory.target(), vulnerability.id().value()).hex());
    json.member("type", "PACKAGE_VULNERABILITY");
    json.member("status", status);
    json.member("severity", finding.severity());
    json.member("title", FindingWords.title(finding));
    json.member("description", FindingWords.description(vulnerability));
    FindingWords.score(vulnerability).ifPresent(score -> inspectorScore(json, score));
    json.member("exploitAvailable", FindingWords.isExploited(vulnerability) ? "YES" : "NO");
    json.member("fixAvailable", finding.fixAvailability());
    EpssScore epss = vulnerability.epss();
    if (epss != null) {
      json.object("epss", members -> JsonExplanation.epss(members, epss));
    }
    json.member("firstObservedAt", at);
    json.member("lastObservedAt", at);
    json.member("updatedAt", at);
    json.object(
        "remediation",
        remediation ->
            remediation.object(
                "recommendation", r -> r.member("text", FindingWords.remediation(finding))));
    json.objects("resources", List.of(inventory), JsonFinding::resource);
    json.object("packageVulnerabilityDetails", details -> details(details, finding));
    json.object("explanation", explanation -> JsonExplanation.of(explanation, finding));
  }

  private static void resource(JsonOutput json, Inventory inventory) {
    json.member("type", Words.resourceType(inventory));
    json.member("id", inventory.target());
  }

  private static void inspectorScore(JsonOutput json, CvssScore score) {
    json.member("inspectorScore", score.baseScore());
    json.object(
        "inspectorScoreDetails",
        details ->
            details.object(
                "adjustedCvss",
                cvss -> {
                  cvss.member("scoreSource", score.scorer());
                  cvss.member("cvssSource", score.scorer());
                  cvss.member("version", score.version());
                  cvss.member("score", score.baseScore());
                  cvss.member("scoringVector", score.vector());
                  cvss.texts("adjustments", List.of());
                }));
  }

  private void details(JsonOutput json, VulnerabilityFinding finding) {
    Vulnerability vulnerability = finding.vulnerability();
    AffectedInstallation first = finding.packages().getFirst();
    json.member("vulnerabilityId", vulnerability.id());
    json.texts("relatedVulnerabilities", vulnerability.aliases());
    first.evidence().stream()
        .findFirst()
        .ifPresentOrElse(
            evidence -> {
              json.member("source", evidence.source());
              json.member("sourceUrl", evidence.url());
            },
            () -> json.member("source", "unknown"));
    json.memberUnlessBlank("vendorSeverity", first.vendorSeverity());
    json.member("vendorCreatedAt", vulnerability.published());
    json.member("vendorUpdatedAt", vulnerability.modified());
    json.objects("cvss", vulnerability.cvss(), JsonFinding::cvss);
    json.texts("cwes", vulnerability.cwes());
    json.texts("referenceUrls", FindingWords.references(finding));
    json.objects("vulnerablePackages", finding.packages(), this::vulnerablePackage);
  }

  private static void cvss(JsonOutput json, CvssScore score) {
    json.member("baseScore", score.baseScore());
    json.member("scoringVector", score.vector());
    json.member("version", score.version());
    json.member("source", score.scorer());
  }

  private void vulnerablePackage(JsonOutput json, AffectedInstallation affected) {
    var installed = affected.installed();
    PackageVersion version = PackageVersion.of(installed.type(), installed.version());
    json.member("name", installed.name());
    json.member("version", version.version());
    json.member("epoch", version.epoch());
    json.member("release", version.release());
    json.member("arch", installed.architecture());
    json.member("packageManager", "OS");
    json.member("filePath", installed.evidence());
    json.member("fixedInVersion", affected.fixedVersion());
    json.memberUnlessBlank("remediation", affected.remediation());
    json.member("purl", PackagePurl.of(installed, inventory.os()));
    json.member("state", installed.state().word());
    json.member("status", affected.status());
    json.memberUnlessBlank("vendorSeverity", affected.vendorSeverity());
    json.member("use", affected.use());
    json.object("explanation", explanation -> JsonExplanation.of(explanation, affected));
  }
}
