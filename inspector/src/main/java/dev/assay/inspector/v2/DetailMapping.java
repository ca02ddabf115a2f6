package dev.assay.inspector.v2;

import dev.assay.assessment.finding.FindingContent;
import dev.assay.assessment.finding.StoredFinding;
import dev.assay.awsapi.inspector2.CisaData;
import dev.assay.awsapi.inspector2.Cvss2;
import dev.assay.awsapi.inspector2.Cvss3;
import dev.assay.awsapi.inspector2.Cvss4;
import dev.assay.awsapi.inspector2.Epss;
import dev.assay.awsapi.inspector2.FindingDetail;
import dev.assay.awsapi.inspector2.Vulnerability;
import dev.assay.model.CvssScore;
import dev.assay.model.EpssScore;
import dev.assay.model.KnownExploited;
import dev.assay.model.VulnerabilityFinding;
import dev.assay.model.VulnerabilityId;
import dev.assay.report.FindingWords;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is known beyond a finding's own members. Members that no source here speaks of are absent.
final class DetailMapping {
  private DetailMapping() {}

  static FindingDetail detail(StoredFinding stored) {
    return switch (stored.content()) {
      case FindingContent.PackageVulnerability(VulnerabilityFinding finding) -> {
        dev.assay.model.Vulnerability vulnerability = finding.vulnerability();
        EpssScore epss = vulnerability.epss();
        yield FindingDetail.builder()
            .findingArn(stored.arn())
            .cisaData(cisa(vulnerability.knownExploited()))
            .cwes(vulnerability.cwes())
            .epssScore(epss == null ? null : epss.probability())
            .referenceUrls(FindingWords.references(finding))
            .build();
      }
      case FindingContent.NetworkReachability ignored ->
          FindingDetail.builder().findingArn(stored.arn()).build();
    };
  }

  static Vulnerability vulnerability(dev.assay.model.Vulnerability known) {
    EpssScore epss = known.epss();
    return Vulnerability.builder()
        .id(known.id().value())
        .description(FindingWords.description(known))
        .cisaData(cisa(known.knownExploited()))
        .cvss2(
            score(known, "2")
                .map(score -> new Cvss2(score.baseScore(), score.vector()))
                .orElse(null))
        .cvss3(
            score(known, "3")
                .map(score -> new Cvss3(score.baseScore(), score.vector()))
                .orElse(null))
        .cvss4(
            score(known, "4")
                .map(score -> new Cvss4(score.baseScore(), score.vector()))
                .orElse(null))
        .cwes(known.cwes())
        .epss(epss == null ? null : new Epss(epss.probability()))
        .referenceUrls(known.references())
        .relatedVulnerabilities(known.aliases().stream().map(VulnerabilityId::value).toList())
        .vendorCreatedAt(known.published())
        .vendorUpdatedAt(known.modified())
        .build();
  }

  private static Optional<CvssScore> score(dev.assay.model.Vulnerability known, String major) {
    List<CvssScore> ofVersion =
        known.cvss().stream().filter(score -> score.version().startsWith(major)).toList();
    return dev.assay.model.CvssPreference.of(ofVersion);
  }

  private static @Nullable CisaData cisa(@Nullable KnownExploited known) {
    if (known == null) {
      return null;
    }
    LocalDate due = known.due();
    return CisaData.builder()
        .action(known.requiredAction())
        .dateAdded(known.added().atStartOfDay(ZoneOffset.UTC).toInstant())
        .dateDue(due == null ? null : due.atStartOfDay(ZoneOffset.UTC).toInstant())
        .build();
  }
}
