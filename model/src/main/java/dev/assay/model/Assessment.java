package dev.assay.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The vulnerabilities of one resource, and what could not be judged.
///
/// @param ecosystem the advisories' world the packages were compared in; null where none applies
/// @param life the release's support dates; null where unknown
/// @param findings worst first
public record Assessment(
    Inventory inventory,
    @Nullable Ecosystem ecosystem,
    @Nullable ReleaseLife life,
    List<VulnerabilityFinding> findings,
    List<NotEvaluated> notEvaluated) {
  public Assessment {
    findings = List.copyOf(findings);
    notEvaluated = List.copyOf(notEvaluated);
  }
}
