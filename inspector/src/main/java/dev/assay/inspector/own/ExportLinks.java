package dev.assay.inspector.own;

import dev.assay.assessment.export.Export;
import dev.assay.assessment.export.ExportDocument;
import java.time.Instant;
import java.util.Optional;

/// Makes links by which whoever has one can fetch a document for a while, without any key.
@FunctionalInterface
public interface ExportLinks {
  /// A link; empty where the document is not here to be fetched.
  Optional<Link> link(Export export, ExportDocument document);

  record Link(String url, Instant until) {}
}
