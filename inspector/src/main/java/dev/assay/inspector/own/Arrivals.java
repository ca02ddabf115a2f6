package dev.assay.inspector.own;

import dev.assay.assessment.agent.CollectionWindows;
import dev.assay.assessment.provenance.Part;
import dev.assay.assessment.provenance.Provenance;
import dev.assay.assessment.provenance.Provenances;
import dev.assay.assessment.provenance.Way;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.transaction.Transactions;
import java.util.List;

/// Notes what evidence came in: by which way, and for the runs that collect of its host. Evidence
/// counts whether or not this is noted, so that nobody waits for it.
public final class Arrivals {
  private final Transactions transactions;
  private final Provenances provenances;
  private final CollectionWindows windows;

  public Arrivals(Transactions transactions, Provenances provenances, CollectionWindows windows) {
    this.transactions = transactions;
    this.provenances = provenances;
    this.windows = windows;
  }

  /// Evidence that says no more than that nothing has changed.
  void confirmed(ResourceKey host, Part part, Way way) {
    transactions.note(
        writing -> {
          provenances.note(writing, host, part, way);
          return host;
        });
  }

  /// Evidence with content.
  ///
  /// @param kind what it is in a run's telemetry
  void came(ResourceKey host, Part part, Way way, String kind, long bytes) {
    transactions.note(
        writing -> {
          provenances.note(writing, host, part, way);
          windows.collected(writing, host, kind, bytes);
          return host;
        });
  }

  /// All that is known of a host, by part, and within it the latest first.
  List<Provenance> of(ResourceKey host) {
    return provenances.of(host);
  }
}
