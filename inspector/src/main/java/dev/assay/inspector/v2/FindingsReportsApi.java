package dev.assay.inspector.v2;

import dev.assay.assessment.export.Export;
import dev.assay.assessment.export.ExportKind;
import dev.assay.assessment.export.Exports;
import dev.assay.awsapi.inspector2.CancelFindingsReportRequest;
import dev.assay.awsapi.inspector2.CancelFindingsReportResponse;
import dev.assay.awsapi.inspector2.CreateFindingsReportRequest;
import dev.assay.awsapi.inspector2.CreateFindingsReportResponse;
import dev.assay.awsapi.inspector2.FilterCriteria;
import dev.assay.awsapi.inspector2.FindingsReportsOperations;
import dev.assay.awsapi.inspector2.GetFindingsReportStatusRequest;
import dev.assay.awsapi.inspector2.GetFindingsReportStatusResponse;
import dev.assay.awsapi.value.Caller;
import dev.assay.inspector.Tenants;
import java.util.Optional;

/// Reports on findings: asked for here, written by `FindingsReport`.
public final class FindingsReportsApi implements FindingsReportsOperations {
  private static final ExportKind KIND = ExportKind.FINDINGS_REPORT;

  private final Exports exports;

  public FindingsReportsApi(Exports exports) {
    this.exports = exports;
  }

  @Override
  public CreateFindingsReportResponse createFindingsReport(
      Caller caller, CreateFindingsReportRequest input) {
    FilterCriteria criteria =
        Optional.ofNullable(input.filterCriteria()).orElse(FilterCriteria.builder().build());
    // What cannot be answered is refused now, and not when nobody looks.
    CriteriaMapping.criteria(criteria);
    return CreateFindingsReportResponse.builder()
        .reportId(
            exports
                .begin(
                    Tenants.of(caller),
                    KIND,
                    input.reportFormat().value(),
                    ModelDocuments.text("FilterCriteria", criteria),
                    Destinations.of(input.s3Destination()))
                .toString())
        .build();
  }

  /// Without an id, the report that was asked for last.
  @Override
  public GetFindingsReportStatusResponse getFindingsReportStatus(
      Caller caller, GetFindingsReportStatusRequest input) {
    String id = input.reportId();
    Export export =
        id == null
            ? exports
                .latest(Tenants.of(caller), KIND)
                .orElseThrow(() -> Destinations.unknown("at all"))
            : find(caller, id);
    return GetFindingsReportStatusResponse.builder()
        .reportId(export.id().toString())
        .status(Destinations.status(export))
        .errorCode(Destinations.error(export))
        .errorMessage(export.message())
        .destination(Destinations.model(export))
        .filterCriteria(
            ModelDocuments.read("FilterCriteria", export.question(), FilterCriteria.class))
        .build();
  }

  @Override
  public CancelFindingsReportResponse cancelFindingsReport(
      Caller caller, CancelFindingsReportRequest input) {
    Export export = find(caller, input.reportId());
    if (!exports.cancel(export)) {
      throw Destinations.over(find(caller, input.reportId()));
    }
    return new CancelFindingsReportResponse(input.reportId());
  }

  private Export find(Caller caller, String id) {
    return Destinations.id(id)
        .flatMap(known -> exports.find(Tenants.of(caller), KIND, known))
        .orElseThrow(() -> Destinations.unknown(id));
  }
}
