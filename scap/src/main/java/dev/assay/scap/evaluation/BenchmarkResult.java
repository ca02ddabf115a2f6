package dev.assay.scap.evaluation;

import dev.assay.scap.oval.Collected;
import dev.assay.scap.xccdf.Benchmark;
import java.util.List;
import java.util.Map;

/// The results of a benchmark's selected rules, in the benchmark's order.
///
/// @param profile the id of the profile
/// @param collected what was collected, by the ids of the OVAL objects
public record BenchmarkResult(
    Benchmark benchmark, String profile, List<RuleResult> rules, Map<String, Collected> collected) {
  /// The scores of the four models of the specification.
  public Scores scores() {
    return Scores.of(rules);
  }
}
