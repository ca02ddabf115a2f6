package dev.assay.assessment.classic.host;

import dev.assay.assessment.reachability.NetworkStore;
import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.transaction.Reading;

/// The evidence of hosts with what snapshots of their network said: a host of which only that is
/// known has evidence too.
public final class NetworkEvidence implements EvidenceLookup {
  private final EvidenceLookup others;
  private final NetworkStore networks;

  public NetworkEvidence(EvidenceLookup others, NetworkStore networks) {
    this.others = others;
    this.networks = networks;
  }

  @Override
  public HostEvidence of(Reading transaction, Resource host) {
    HostEvidence known = others.of(transaction, host);
    if (!(known instanceof HostEvidence.Absent)) {
      return known;
    }
    return networks
        .of(transaction, host)
        .<HostEvidence>map(report -> new HostEvidence.Configuration(report.asOf()))
        .orElse(known);
  }
}
