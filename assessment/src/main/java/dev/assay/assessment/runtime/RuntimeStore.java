package dev.assay.assessment.runtime;

import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import dev.assay.model.runtime.RuntimeSample;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where samples are kept: a port of the service.
public interface RuntimeStore {

  /// Adds a sample. One of the same moment is replaced.
  void add(Writing transaction, Resource resource, RuntimeSample sample);

  /// Removes a resource's samples that are older than `before`, and the oldest of those that are
  /// left where there are more than `most`. That which is the [#newest] stays.
  void thin(Writing transaction, Resource resource, Instant before, int most);

  /// Removes all samples that are older than `before`, the newest of a resource too.
  void expire(Writing transaction, Instant before);

  /// A resource's samples of that time, the oldest first.
  List<RuntimeSample> between(Reading transaction, Resource resource, Instant from, Instant to);

  /// The newest sample that was taken while the host ran; of one never seen so, the newest of what
  /// it would run.
  Optional<RuntimeSample> newest(Reading transaction, Resource resource);
}
