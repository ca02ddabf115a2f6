package dev.assay.report;

import dev.assay.model.Severity;
import java.util.List;

/// What of the findings a reader asked to see. What it hides is counted in every report.
///
/// @param least the least severity shown
/// @param suppressions the entries of the ignore file
public record View(Severity least, Unfixed unfixed, List<Suppression> suppressions) {
  public View {
    suppressions = List.copyOf(suppressions);
  }

  /// Whether vulnerabilities that no available version mends are shown.
  public enum Unfixed {
    SHOWN,
    HIDDEN
  }

  /// Everything, nothing suppressed.
  public static View everything() {
    return new View(Severity.UNTRIAGED, Unfixed.SHOWN, List.of());
  }
}
