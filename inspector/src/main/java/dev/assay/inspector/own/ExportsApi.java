package dev.assay.inspector.own;

import dev.assay.assessment.export.Export;
import dev.assay.assessment.export.ExportDocument;
import dev.assay.assessment.export.ExportKind;
import dev.assay.assessment.export.Exports;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.awsapi.assay.ExportsOperations;
import dev.assay.awsapi.assay.ListExportDocumentsRequest;
import dev.assay.awsapi.assay.ListExportDocumentsResponse;
import dev.assay.awsapi.assay.ResourceNotFoundException;
import dev.assay.awsapi.value.Caller;
import dev.assay.inspector.Tenants;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/// What findings reports and SBOM exports laid down, and where it can be fetched.
public final class ExportsApi implements ExportsOperations {
  private final Exports exports;
  private final ExportLinks links;

  public ExportsApi(Exports exports, ExportLinks links) {
    this.exports = exports;
    this.links = links;
  }

  @Override
  public ListExportDocumentsResponse listExportDocuments(
      Caller caller, ListExportDocumentsRequest input) {
    Tenant tenant = Tenants.of(caller);
    UUID id = UUID.fromString(input.reportId());
    Export export =
        Arrays.stream(ExportKind.values())
            .flatMap(kind -> exports.find(tenant, kind, id).stream())
            .findFirst()
            .orElseThrow(
                () ->
                    new ResourceNotFoundException(
                        "There is no report " + input.reportId() + " in this account."));
    return ListExportDocumentsResponse.builder()
        .bucketName(export.destination().bucket())
        .documents(exports.documents(export).stream().map(one -> document(export, one)).toList())
        .build();
  }

  private dev.assay.awsapi.assay.ExportDocument document(Export export, ExportDocument laidDown) {
    Optional<ExportLinks.Link> link = links.link(export, laidDown);
    return dev.assay.awsapi.assay.ExportDocument.builder()
        .key(laidDown.key())
        .size(laidDown.size())
        .url(link.map(ExportLinks.Link::url).orElse(null))
        .urlExpiresAt(link.map(ExportLinks.Link::until).orElse(null))
        .build();
  }
}
