package dev.assay.scap.evaluation;

import dev.assay.scap.xccdf.Benchmark;
import java.util.List;

/// The results of a benchmark's selected rules, in the benchmark's order.
///
/// @param profile the id of the profile
public record BenchmarkResult(Benchmark benchmark, String profile, List<RuleResult> rules) {
  /// The scores of the four models of the specification.
  public Scores scores() {
    return Scores.of(rules);
  }
}
