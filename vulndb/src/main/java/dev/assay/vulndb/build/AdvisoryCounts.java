package dev.assay.vulndb.build;

import dev.assay.model.SourceId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Counts what the database holds of each source's advisories, after documents were united.
final class AdvisoryCounts {
  private final Map<SourceId, Map<String, Long>> bySource = new HashMap<>();

  AdvisoryCounts(Documents documents, AdvisoryOrder advisories) {
    for (int advisory = 0; advisory < advisories.size(); advisory++) {
      int head = advisories.head(advisory);
      Map<String, Long> counts =
          bySource.computeIfAbsent(documents.sourceId(head), first -> empty());
      counts.merge("advisories", 1L, Long::sum);
      if (documents.isWithdrawn(head)) {
        counts.merge("withdrawn", 1L, Long::sum);
      }
      if (documents.vulnerabilityCount(head) == 0) {
        counts.merge("without a vulnerability", 1L, Long::sum);
      }
      counts.merge("documents united or replaced", repeated(advisory, advisories), Long::sum);
      counts.merge("affected packages", kept(advisory, documents, advisories), Long::sum);
    }
  }

  /// The counts of a source, in the order to show; empty where it has no advisories.
  Map<String, Long> of(SourceId source) {
    return bySource.getOrDefault(source, Map.of());
  }

  private static Map<String, Long> empty() {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("advisories", 0L);
    counts.put("withdrawn", 0L);
    counts.put("without a vulnerability", 0L);
    counts.put("affected packages", 0L);
    return counts;
  }

  private static long repeated(int advisory, AdvisoryOrder advisories) {
    return advisories.documentCount(advisory) - 1L;
  }

  private static long kept(int advisory, Documents documents, AdvisoryOrder advisories) {
    long kept = 0;
    for (int nth = 0; nth < advisories.documentCount(advisory); nth++) {
      int document = advisories.document(advisory, nth);
      for (int row = documents.firstRow(document); row < documents.rowEnd(document); row++) {
        kept += advisories.isDropped(row) ? 0 : 1;
      }
    }
    return kept;
  }
}
