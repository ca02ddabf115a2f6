package dev.assay.agent.benchmark;

import dev.assay.awsapi.assay.BenchmarkResults;

/// What came of an evaluation.
public sealed interface Outcome {
  /// The host was evaluated.
  record Evaluated(BenchmarkResults results) implements Outcome {}

  /// There is no content for the host.
  ///
  /// @param why a sentence, with where it was looked for
  record NoContent(String why) implements Outcome {}

  /// It ended without a result.
  record Failed(String why) implements Outcome {}
}
