package dev.assay.assessment.finding;

import dev.assay.model.VulnerabilityFinding;

/// What a finding says: everything but whose it is and where it is in its life. Resources that are
/// alike have findings of equal content, which is kept once.
public sealed interface FindingContent {

  FindingType type();

  /// A vulnerability and every installed package that has it, with the steps that led to it.
  record PackageVulnerability(VulnerabilityFinding finding) implements FindingContent {
    @Override
    public FindingType type() {
      return FindingType.PACKAGE_VULNERABILITY;
    }
  }

  /// Ports that can be reached from outside.
  record NetworkReachability(ReachablePorts ports) implements FindingContent {
    @Override
    public FindingType type() {
      return FindingType.NETWORK_REACHABILITY;
    }
  }
}
