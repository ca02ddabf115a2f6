package dev.assay.inspector.v2;

import dev.assay.assessment.finding.FindingContent;
import dev.assay.assessment.finding.ReachablePorts;
import dev.assay.assessment.finding.StoredFinding;
import dev.assay.assessment.reachability.ReachabilityWords;
import dev.assay.awsapi.inspector2.CvssScoreDetails;
import dev.assay.awsapi.inspector2.EpssDetails;
import dev.assay.awsapi.inspector2.ExploitAvailable;
import dev.assay.awsapi.inspector2.Finding;
import dev.assay.awsapi.inspector2.FindingStatus;
import dev.assay.awsapi.inspector2.FindingType;
import dev.assay.awsapi.inspector2.FixAvailable;
import dev.assay.awsapi.inspector2.InspectorScoreDetails;
import dev.assay.awsapi.inspector2.NetworkPath;
import dev.assay.awsapi.inspector2.NetworkProtocol;
import dev.assay.awsapi.inspector2.NetworkReachabilityDetails;
import dev.assay.awsapi.inspector2.PortRange;
import dev.assay.awsapi.inspector2.Recommendation;
import dev.assay.awsapi.inspector2.Remediation;
import dev.assay.awsapi.inspector2.Severity;
import dev.assay.awsapi.inspector2.Step;
import dev.assay.model.CvssScore;
import dev.assay.model.EpssScore;
import dev.assay.model.Vulnerability;
import dev.assay.model.VulnerabilityFinding;
import dev.assay.report.FindingWords;
import java.util.List;

/// A stored finding as the model's `Finding`.
final class FindingMapping {
  private FindingMapping() {}

  static Finding finding(StoredFinding stored) {
    return switch (stored.content()) {
      case FindingContent.PackageVulnerability(VulnerabilityFinding finding) ->
          vulnerability(stored, finding);
      case FindingContent.NetworkReachability(ReachablePorts ports) -> reachable(stored, ports);
    };
  }

  private static Finding vulnerability(StoredFinding stored, VulnerabilityFinding finding) {
    Vulnerability vulnerability = finding.vulnerability();
    EpssScore epss = vulnerability.epss();
    return life(stored)
        .title(FindingWords.title(finding))
        .description(FindingWords.description(vulnerability))
        .severity(Severity.of(finding.severity().name()))
        .remediation(
            new Remediation(
                Recommendation.builder().text(FindingWords.remediation(finding)).build()))
        .inspectorScore(FindingWords.score(vulnerability).map(CvssScore::baseScore).orElse(null))
        .inspectorScoreDetails(
            FindingWords.score(vulnerability).map(FindingMapping::scoreDetails).orElse(null))
        .epss(epss == null ? null : new EpssDetails(epss.probability()))
        .fixAvailable(FixAvailable.of(finding.fixAvailability().name()))
        .exploitAvailable(
            ExploitAvailable.of(FindingWords.isExploited(vulnerability) ? "YES" : "NO"))
        .packageVulnerabilityDetails(VulnerabilityMapping.details(finding))
        .build();
  }

  private static Finding reachable(StoredFinding stored, ReachablePorts ports) {
    return life(stored)
        .title(ReachabilityWords.title(ports))
        .description(ReachabilityWords.description(stored.resource().key(), ports))
        .severity(Severity.of(ports.severity().name()))
        .remediation(
            new Remediation(
                Recommendation.builder().text(ReachabilityWords.remediation(ports)).build()))
        .networkReachabilityDetails(
            new NetworkReachabilityDetails(
                new NetworkPath(ports.path().stream().map(FindingMapping::step).toList()),
                new PortRange(ports.first(), ports.last()),
                NetworkProtocol.of(ports.protocol().name())))
        .build();
  }

  private static Step step(ReachablePorts.Step step) {
    return Step.builder()
        .componentId(step.id())
        .componentType(step.type())
        .componentArn(step.arn())
        .build();
  }

  /// Whose it is and where it is in its life.
  private static Finding.Builder life(StoredFinding stored) {
    return Finding.builder()
        .findingArn(stored.arn())
        .awsAccountId(stored.resource().key().tenant().account().value())
        .type(FindingType.of(stored.key().type().name()))
        .status(FindingStatus.of(stored.status().name()))
        .firstObservedAt(stored.firstObservedAt())
        .lastObservedAt(stored.lastObservedAt())
        .updatedAt(stored.updatedAt())
        .resources(List.of(ResourceMapping.resource(stored.resource())));
  }

  /// Nothing adjusts the score: what is known of a host's surroundings lowers no score yet.
  private static InspectorScoreDetails scoreDetails(CvssScore score) {
    return new InspectorScoreDetails(
        CvssScoreDetails.builder()
            .score(score.baseScore())
            .scoreSource(score.scorer())
            .cvssSource(score.scorer())
            .scoringVector(score.vector())
            .version(score.version())
            .adjustments(List.of())
            .build());
  }
}
