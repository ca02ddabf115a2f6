package dev.assay.assessment.classic.report;

import java.time.Duration;

/// Makes links by which whoever has one can fetch a report for a while, without any key.
@FunctionalInterface
public interface ReportLinks {
  /// A link to the report.
  ///
  /// @return a URL of at most 2,048 characters
  String link(ReportKey report, Duration validFor);
}
