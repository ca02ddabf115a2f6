package dev.assay.agent.benchmark;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/// Evaluates the host, beside whatever else the agent does.
public interface Evaluations {
  /// Begins an evaluation.
  ///
  /// @param at the moment that its results are of, by the service's clock
  /// @throws IOException where it cannot begin
  Running start(Asked asked, Instant at) throws IOException;

  /// An evaluation that was begun.
  interface Running {
    /// What came of it; empty while it goes on.
    Optional<Outcome> outcome();

    /// Ends it. What came of it is lost.
    void stop();
  }
}
