package dev.assay.assessment.provenance;

import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import java.time.Instant;
import java.util.List;

/// Where it is kept by which ways a resource's parts came: a port of the service. It goes with the
/// resource.
public interface ProvenanceStore {

  /// Notes that a part came by a way; nothing where there is no such resource, or where the same
  /// was noted at `recently` or later.
  void note(
      Writing transaction, ResourceKey resource, Part part, Way way, Instant at, Instant recently);

  /// All that is known of a resource, by part, and within it the latest first.
  List<Provenance> of(Reading transaction, ResourceKey resource);
}
