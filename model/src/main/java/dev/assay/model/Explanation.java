package dev.assay.model;

import java.util.List;

/// The answer of `assay explain` for one installed package and one advisory's statement on it.
///
/// @param statement what the advisory says
public record Explanation(
    InstalledPackage installed,
    AdvisoryReference advisory,
    List<VulnerabilityId> vulnerabilities,
    AffectedPackage statement,
    Trace trace) {
  public Explanation {
    vulnerabilities = List.copyOf(vulnerabilities);
  }
}
