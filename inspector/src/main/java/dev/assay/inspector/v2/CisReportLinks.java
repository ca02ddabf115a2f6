package dev.assay.inspector.v2;

import dev.assay.assessment.cis.report.CisReportKey;
import java.time.Duration;

/// Makes links by which whoever has one can fetch a report for a while, without any key.
@FunctionalInterface
public interface CisReportLinks {
  String link(CisReportKey report, Duration validFor);
}
