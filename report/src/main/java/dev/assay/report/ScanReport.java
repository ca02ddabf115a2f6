package dev.assay.report;

import dev.assay.model.Assessment;
import dev.assay.model.DatabaseInfo;
import java.time.Instant;
import java.util.List;

/// Everything a report on a scan is made of.
///
/// @param toolVersion Assay's own version
/// @param at when the scan was made; support dates and expiries are judged by it
/// @param assessments one per target, in the order the targets were named; at least one
/// @param view what of the findings to show
/// @param order the package managers' order of versions
public record ScanReport(
    String toolVersion,
    Instant at,
    DatabaseInfo database,
    List<Assessment> assessments,
    View view,
    VersionOrder order) {
  public ScanReport {
    assessments = List.copyOf(assessments);
    if (assessments.isEmpty()) {
      throw new IllegalArgumentException("A report on no target at all");
    }
  }

  /// The assessments with the view applied.
  List<ViewedAssessment> viewed() {
    return assessments.stream()
        .map(assessment -> ViewedAssessment.of(assessment, view, at))
        .toList();
  }
}
