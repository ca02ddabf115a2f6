package dev.assay.inspector.v2;

import dev.assay.assessment.coverage.Coverage;
import dev.assay.assessment.coverage.CoverageQuery;
import dev.assay.assessment.coverage.CoverageStore;
import dev.assay.assessment.evidence.EvidenceStore;
import dev.assay.assessment.evidence.InventoryDocuments;
import dev.assay.assessment.export.Export;
import dev.assay.assessment.export.ExportContent;
import dev.assay.assessment.export.ExportFailedException;
import dev.assay.assessment.export.ExportProblem;
import dev.assay.assessment.query.Page;
import dev.assay.assessment.query.PageRequest;
import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.awsapi.inspector2.ResourceFilterCriteria;
import dev.assay.model.Inventory;
import dev.assay.report.InventoryReport;
import dev.assay.report.SbomFormat;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Writes bills of materials: a document for each resource, from its newest evidence.
public final class SbomExport implements ExportContent {
  private static final int PAGE = 100;

  private final Transactions transactions;
  private final CoverageStore coverage;
  private final EvidenceStore evidence;
  private final InventoryDocuments documents;
  private final Visibility visibility;
  private final String toolVersion;

  /// @param toolVersion Assay's own
  public SbomExport(
      Transactions transactions,
      CoverageStore coverage,
      EvidenceStore evidence,
      InventoryDocuments documents,
      Visibility visibility,
      String toolVersion) {
    this.transactions = transactions;
    this.coverage = coverage;
    this.evidence = evidence;
    this.documents = documents;
    this.visibility = visibility;
    this.toolVersion = toolVersion;
  }

  @Override
  public void write(Export export, Sink sink) throws IOException {
    ResourceFilterCriteria criteria =
        ModelDocuments.read(
            "ResourceFilterCriteria", export.question(), ResourceFilterCriteria.class);
    boolean none = true;
    Optional<String> after = Optional.empty();
    do {
      Page<Coverage> page = page(export, criteria, after);
      for (Coverage one : page.items()) {
        none &= !write(export, one.resource(), sink);
      }
      after = page.next();
    } while (after.isPresent());
    if (none) {
      throw new ExportFailedException(
          ExportProblem.NO_FINDINGS_FOUND, "No resource matches the export's filter.");
    }
  }

  private Page<Coverage> page(
      Export export, ResourceFilterCriteria criteria, Optional<String> after) {
    return transactions.read(
        reading -> {
          CoverageQuery query =
              ResourceCriteria.query(
                  visibility.accounts(reading, export.tenant()),
                  export.tenant().region(),
                  criteria);
          return coverage.list(reading, query, new PageRequest(PAGE, after));
        });
  }

  /// Whether there was anything to write: a resource may be gone in the meantime.
  private boolean write(Export export, Resource resource, Sink sink) throws IOException {
    Optional<String> document = transactions.read(reading -> evidence.document(reading, resource));
    if (document.isEmpty()) {
      return false;
    }
    SbomFormat format = SbomFormat.valueOf(export.format());
    Inventory inventory = named(documents.read(document.get()), resource.key().id());
    sink.document(
        name(export, resource),
        format.mediaType(),
        out ->
            format
                .writer()
                .write(
                    new InventoryReport(toolVersion, export.createdAt(), List.of(inventory)), out));
    return true;
  }

  /// What the collector called it may be a path on its machine.
  private static Inventory named(Inventory inventory, String id) {
    return new Inventory(
        id,
        inventory.os(),
        inventory.kernel(),
        inventory.packages(),
        inventory.subscriptions(),
        inventory.repositories(),
        inventory.modules(),
        inventory.notEvaluated());
  }

  /// The resource's number makes the name unique, whatever its id is cut down to.
  private static String name(Export export, Resource resource) {
    String id = resource.key().id().replaceAll("[^A-Za-z0-9._-]", "_");
    return "%s_outputs_%s/account=%s/resource=%s/%s_%d.json"
        .formatted(
            export.format(),
            export.id(),
            resource.key().tenant().account(),
            resource.key().type().wireName(),
            id.length() > 120 ? id.substring(0, 120) : id,
            resource.number());
  }
}
