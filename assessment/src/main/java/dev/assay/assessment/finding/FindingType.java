package dev.assay.assessment.finding;

/// The kinds of findings of Inspector v2, by its own names.
public enum FindingType {
  NETWORK_REACHABILITY,
  PACKAGE_VULNERABILITY,
  CODE_VULNERABILITY
}
