package dev.assay.assessment.agent;

import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// The assessment runs that are collecting at this moment, as far as an agent has to know.
public interface CollectionWindows {
  /// Those that the resource's agent takes part in.
  List<Window> of(Reading transaction, ResourceKey resource);

  /// Notes in these runs how the agent does.
  void heard(Writing transaction, ResourceKey resource, HealthCode health, String details);

  /// Counts in these runs a message with evidence.
  ///
  /// @param kind what it was: `Inventory`
  /// @param bytes of its content
  void collected(Writing transaction, ResourceKey resource, String kind, long bytes);

  /// One run's time of collecting.
  ///
  /// @param benchmarks that the run wants of its hosts
  record Window(String run, Instant endsAt, Set<Benchmark> benchmarks) {
    public Window {
      benchmarks = Set.copyOf(benchmarks);
    }
  }

  /// What an agent may be asked to evaluate.
  enum Benchmark {
    CIS,
    BEST_PRACTICES
  }
}
