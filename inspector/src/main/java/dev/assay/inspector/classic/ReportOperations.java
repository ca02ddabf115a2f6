package dev.assay.inspector.classic;

import dev.assay.assessment.classic.report.ReportKey;
import dev.assay.assessment.classic.report.Reports;
import dev.assay.awsapi.inspector.AssessmentReportsOperations;
import dev.assay.awsapi.inspector.GetAssessmentReportRequest;
import dev.assay.awsapi.inspector.GetAssessmentReportResponse;
import dev.assay.awsapi.inspector.ReportFileFormat;
import dev.assay.awsapi.inspector.ReportStatus;
import dev.assay.awsapi.inspector.ReportType;
import dev.assay.awsapi.inspector.UnsupportedFeatureException;
import dev.assay.awsapi.value.Caller;

/// Reports of runs.
final class ReportOperations implements AssessmentReportsOperations {
  private final Reports reports;

  ReportOperations(Reports reports) {
    this.reports = reports;
  }

  @Override
  public GetAssessmentReportResponse getAssessmentReport(
      Caller caller, GetAssessmentReportRequest input) {
    Reports.Answer answer =
        Refusals.translated(
            () ->
                reports.get(
                    Wire.tenant(caller),
                    input.assessmentRunArn(),
                    format(input.reportFileFormat()),
                    type(input.reportType())));
    return GetAssessmentReportResponse.builder()
        .status(ReportStatus.of(answer.state().name()))
        .url(answer.link())
        .build();
  }

  private static ReportKey.Format format(ReportFileFormat format) {
    return switch (format.value()) {
      case "HTML" -> ReportKey.Format.HTML;
      case "PDF" -> ReportKey.Format.PDF;
      default -> throw new UnsupportedFeatureException("No such format: " + format.value(), false);
    };
  }

  private static ReportKey.Type type(ReportType type) {
    return switch (type.value()) {
      case "FINDING" -> ReportKey.Type.FINDING;
      case "FULL" -> ReportKey.Type.FULL;
      default -> throw new UnsupportedFeatureException("No such report: " + type.value(), false);
    };
  }
}
