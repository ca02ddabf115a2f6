package dev.assay.assessment.classic.host;

import dev.assay.assessment.cis.BenchmarkReport;
import dev.assay.assessment.cis.BenchmarkStore;
import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.transaction.Reading;
import java.util.Comparator;

/// The evidence of hosts with what benchmarks said of them: a host of which only that is known has
/// evidence too.
public final class BenchmarkEvidence implements EvidenceLookup {
  private final EvidenceLookup others;
  private final BenchmarkStore benchmarks;

  public BenchmarkEvidence(EvidenceLookup others, BenchmarkStore benchmarks) {
    this.others = others;
    this.benchmarks = benchmarks;
  }

  @Override
  public HostEvidence of(Reading transaction, Resource host) {
    HostEvidence known = others.of(transaction, host);
    if (!(known instanceof HostEvidence.Absent)) {
      return known;
    }
    return benchmarks.of(transaction, host).stream()
        .map(BenchmarkReport::evaluatedAt)
        .max(Comparator.naturalOrder())
        .<HostEvidence>map(HostEvidence.Benchmarks::new)
        .orElse(known);
  }
}
