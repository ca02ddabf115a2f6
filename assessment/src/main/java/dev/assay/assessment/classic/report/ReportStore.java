package dev.assay.assessment.classic.report;

import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import java.time.Instant;
import java.util.Optional;

/// Where reports are kept: with their run, so that any node can hand them out.
public interface ReportStore {
  Optional<ReportState> state(Reading transaction, ReportKey key);

  /// Notes that a report is asked for; one that failed is begun anew.
  void begin(Writing transaction, ReportKey key, Instant now);

  void complete(Writing transaction, ReportKey key, byte[] content);

  void fail(Writing transaction, ReportKey key);

  /// Empty unless it is complete.
  Optional<byte[]> content(Reading transaction, ReportKey key);
}
