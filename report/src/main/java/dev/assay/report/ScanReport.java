package dev.assay.report;

import dev.assay.model.Assessment;
import dev.assay.model.DatabaseInfo;
import dev.assay.model.Severity;
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

  /// The same report in another view.
  public ScanReport with(View other) {
    return new ScanReport(toolVersion, at, database, assessments, other, order);
  }

  /// Whether the view shows a finding of at least this severity in a package that is in use.
  public boolean hasFindingInUse(Severity least) {
    return viewed().stream()
        .flatMap(viewed -> viewed.shown().stream())
        .anyMatch(finding -> finding.inUse() && finding.severity().isAtLeast(least));
  }

  /// The assessments with the view applied.
  List<ViewedAssessment> viewed() {
    return assessments.stream()
        .map(assessment -> ViewedAssessment.of(assessment, view, at))
        .toList();
  }
}
