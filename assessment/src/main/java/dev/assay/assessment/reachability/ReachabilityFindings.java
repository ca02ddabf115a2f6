package dev.assay.assessment.reachability;

import dev.assay.assessment.finding.FindingContent;
import dev.assay.assessment.finding.FindingFacets;
import dev.assay.assessment.finding.FindingKey;
import dev.assay.assessment.finding.FindingType;
import dev.assay.assessment.finding.ObservedFinding;
import dev.assay.assessment.finding.ReachablePorts;
import java.util.List;

/// Reachable ports as observed findings.
public final class ReachabilityFindings {
  private ReachabilityFindings() {}

  public static List<ObservedFinding> observed(List<ReachablePorts> open) {
    return open.stream().map(ReachabilityFindings::observed).toList();
  }

  private static ObservedFinding observed(ReachablePorts ports) {
    return new ObservedFinding(
        new FindingKey(FindingType.NETWORK_REACHABILITY, WayRule.of(ports).text()),
        facets(ports),
        new FindingContent.NetworkReachability(ports));
  }

  /// What such a finding is filtered, sorted and counted by; beside it, its ports and path.
  public static FindingFacets facets(ReachablePorts ports) {
    return new FindingFacets(
        ports.severity(),
        ReachabilityWords.title(ports),
        null,
        null,
        null,
        false,
        null,
        null,
        List.of(),
        List.of());
  }
}
