package dev.assay.assessment.provenance;

import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.assessment.transaction.Writing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Keeps by which ways the parts of what is known of a resource came.
public final class Provenances {
  /// The same is not noted again sooner: an agent says every hour that nothing has changed.
  public static final Duration GRAIN = Duration.ofMinutes(10);

  private final Transactions transactions;
  private final ProvenanceStore store;
  private final InstantSource clock;

  public Provenances(Transactions transactions, ProvenanceStore store, InstantSource clock) {
    this.transactions = transactions;
    this.store = store;
    this.clock = clock;
  }

  /// Notes that a part came by a way just now.
  public void note(Writing writing, ResourceKey resource, Part part, Way way) {
    Instant now = clock.instant();
    store.note(writing, resource, part, way, now, now.minus(GRAIN));
  }

  /// By which ways a resource's parts came, by part, and within it the latest first; empty where
  /// there is no such resource.
  public List<Provenance> of(ResourceKey resource) {
    return transactions.read(reading -> store.of(reading, resource));
  }
}
