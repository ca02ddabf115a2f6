package dev.assay.inspector.v2;

import dev.assay.assessment.export.Export;
import dev.assay.assessment.export.ExportKind;
import dev.assay.assessment.export.Exports;
import dev.assay.awsapi.inspector2.CancelSbomExportRequest;
import dev.assay.awsapi.inspector2.CancelSbomExportResponse;
import dev.assay.awsapi.inspector2.CreateSbomExportRequest;
import dev.assay.awsapi.inspector2.CreateSbomExportResponse;
import dev.assay.awsapi.inspector2.GetSbomExportRequest;
import dev.assay.awsapi.inspector2.GetSbomExportResponse;
import dev.assay.awsapi.inspector2.ResourceFilterCriteria;
import dev.assay.awsapi.inspector2.SbomExportsOperations;
import dev.assay.awsapi.inspector2.SbomReportFormat;
import dev.assay.awsapi.value.Caller;
import dev.assay.inspector.Tenants;
import java.util.Optional;

/// Bills of materials of resources: asked for here, written by `SbomExport`.
public final class SbomExportsApi implements SbomExportsOperations {
  private static final ExportKind KIND = ExportKind.SBOM_EXPORT;

  private final Exports exports;

  public SbomExportsApi(Exports exports) {
    this.exports = exports;
  }

  @Override
  public CreateSbomExportResponse createSbomExport(Caller caller, CreateSbomExportRequest input) {
    ResourceFilterCriteria criteria =
        Optional.ofNullable(input.resourceFilterCriteria())
            .orElse(ResourceFilterCriteria.builder().build());
    ResourceCriteria.check(criteria);
    return CreateSbomExportResponse.builder()
        .reportId(
            exports
                .begin(
                    Tenants.of(caller),
                    KIND,
                    input.reportFormat().value(),
                    ModelDocuments.text("ResourceFilterCriteria", criteria),
                    Destinations.of(input.s3Destination()))
                .toString())
        .build();
  }

  @Override
  public GetSbomExportResponse getSbomExport(Caller caller, GetSbomExportRequest input) {
    Export export = find(caller, input.reportId());
    return GetSbomExportResponse.builder()
        .reportId(input.reportId())
        .format(SbomReportFormat.of(export.format()))
        .status(Destinations.status(export))
        .errorCode(Destinations.error(export))
        .errorMessage(export.message())
        .s3Destination(Destinations.model(export))
        .filterCriteria(
            ModelDocuments.read(
                "ResourceFilterCriteria", export.question(), ResourceFilterCriteria.class))
        .build();
  }

  @Override
  public CancelSbomExportResponse cancelSbomExport(Caller caller, CancelSbomExportRequest input) {
    Export export = find(caller, input.reportId());
    if (!exports.cancel(export)) {
      throw Destinations.over(find(caller, input.reportId()));
    }
    return CancelSbomExportResponse.builder().reportId(input.reportId()).build();
  }

  private Export find(Caller caller, String id) {
    return Destinations.id(id)
        .flatMap(known -> exports.find(Tenants.of(caller), KIND, known))
        .orElseThrow(() -> Destinations.unknown(id));
  }
}
