package dev.assay.assessment.agent;

import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.transaction.Reading;

/// Tells how many benchmark scans wait for a host's results.
@FunctionalInterface
public interface BenchmarkDemand {
  int waiting(Reading transaction, ResourceKey host);
}
