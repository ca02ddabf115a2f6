package dev.assay.scap.xccdf;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// An XCCDF benchmark.
///
/// @param selected the ids of the rules and groups that are on where no profile says otherwise
/// @param items the ids of all rules and groups
public record Benchmark(
    String id,
    String title,
    String version,
    List<String> platforms,
    Map<String, LogicalTest> platformTests,
    List<Rule> rules,
    Map<String, Value> values,
    Map<String, Profile> profiles,
    Set<String> items,
    Set<String> selected) {
  /// What stands for a benchmark that was not found; its id is empty.
  public static Benchmark none() {
    return new Benchmark(
        "", "", "", List.of(), Map.of(), List.of(), Map.of(), Map.of(), Set.of(), Set.of());
  }

  Benchmark withProfiles(Map<String, Profile> others) {
    return new Benchmark(
        id, title, version, platforms, platformTests, rules, values, others, items, selected);
  }
}
