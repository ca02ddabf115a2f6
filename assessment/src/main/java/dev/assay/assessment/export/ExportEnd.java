package dev.assay.assessment.export;

import java.util.List;

/// How an export ends.
public sealed interface ExportEnd {
  /// All is written.
  record Written(List<ExportDocument> documents) implements ExportEnd {
    public Written {
      documents = List.copyOf(documents);
    }
  }

  record Failed(ExportProblem problem, String message) implements ExportEnd {}

  /// Nobody wants it any more.
  record Cancelled() implements ExportEnd {}
}
