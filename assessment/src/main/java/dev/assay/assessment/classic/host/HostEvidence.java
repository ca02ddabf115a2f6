package dev.assay.assessment.classic.host;

import dev.assay.model.NotEvaluated;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was read from a host.
public sealed interface HostEvidence {

  /// Nothing ever was.
  record Absent() implements HostEvidence {}

  /// Not its packages, but what benchmarks said of it.
  record Benchmarks(Instant evaluatedAt) implements HostEvidence {}

  /// Not its packages, but the configuration of its network.
  record Configuration(Instant evaluatedAt) implements HostEvidence {}

  /// Not its packages, but what it was seen to do.
  record Behaviour(Instant takenAt) implements HostEvidence {}

  /// Its packages.
  ///
  /// @param size of the evidence in bytes; null where that is not known
  /// @param gaps what could not be read or judged
  record Inventory(Instant collectedAt, @Nullable Long size, List<NotEvaluated> gaps)
      implements HostEvidence {
    public Inventory {
      gaps = List.copyOf(gaps);
    }

    /// Whether nothing at all can be said of the host's packages.
    public boolean isUnjudged() {
      return gaps.stream().anyMatch(gap -> gap.gap() == NotEvaluated.Gap.WHOLE);
    }
  }
}
