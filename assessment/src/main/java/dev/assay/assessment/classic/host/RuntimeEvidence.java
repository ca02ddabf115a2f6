package dev.assay.assessment.classic.host;

import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.runtime.RuntimeStore;
import dev.assay.assessment.transaction.Reading;

/// The evidence of hosts with what they were seen to do: a host of which only that is known has
/// evidence too.
public final class RuntimeEvidence implements EvidenceLookup {
  private final EvidenceLookup others;
  private final RuntimeStore samples;

  public RuntimeEvidence(EvidenceLookup others, RuntimeStore samples) {
    this.others = others;
    this.samples = samples;
  }

  @Override
  public HostEvidence of(Reading transaction, Resource host) {
    HostEvidence known = others.of(transaction, host);
    return known instanceof HostEvidence.Absent
        ? samples
            .newest(transaction, host)
            .<HostEvidence>map(sample -> new HostEvidence.Behaviour(sample.takenAt()))
            .orElse(known)
        : known;
  }
}
