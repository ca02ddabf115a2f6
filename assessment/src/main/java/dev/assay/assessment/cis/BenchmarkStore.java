package dev.assay.assessment.cis;

import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import java.time.Instant;
import java.util.List;

/// Where the newest result of each benchmark's profile is kept for each resource: a port of the
/// service.
public interface BenchmarkStore {

  /// Keeps a report in place of what there was of the same profile.
  void keep(Writing transaction, Resource resource, BenchmarkReport report, Instant receivedAt);

  /// A resource's reports, by benchmark and profile.
  List<BenchmarkReport> of(Reading transaction, Resource resource);
}
