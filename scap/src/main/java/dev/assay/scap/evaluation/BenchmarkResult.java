package dev.assay.scap.evaluation;

import dev.assay.scap.oval.Collected;
import dev.assay.scap.xccdf.Benchmark;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The results of a benchmark's selected rules, in the benchmark's order.
///
/// @param profile the id of the profile
/// @param time when the host was looked at, in seconds since 1970
/// @param collected what was collected, by the ids of the OVAL objects
/// @param drift what differs from an earlier result; empty where none was compared with
public record BenchmarkResult(
    Benchmark benchmark,
    String profile,
    long time,
    List<RuleResult> rules,
    Map<String, Collected> collected,
    List<Drift> drift) {
  /// The scores of the four models of the specification.
  public Scores scores() {
    return Scores.of(rules);
  }

  /// The day of the evaluation in UTC.
  public LocalDate day() {
    return LocalDate.ofInstant(Instant.ofEpochSecond(time), ZoneOffset.UTC);
  }

  /// This result with the waivers of its rules. They change no status: a failure that is waived
  /// stays a failure, and is shown with its waiver.
  public BenchmarkResult waived(List<Waiver> waivers) {
    List<RuleResult> all =
        rules.stream()
            .map(
                rule ->
                    waivers.stream()
                        .filter(waiver -> waiver.isAbout(rule.rule().id()))
                        .findFirst()
                        .map(rule::waivedBy)
                        .orElse(rule))
            .toList();
    return new BenchmarkResult(benchmark, profile, time, all, collected, drift);
  }

  /// This result with what differs from an earlier one.
  ///
  /// @param earlier the status then by the results' keys
  public BenchmarkResult comparedWith(Map<String, String> earlier) {
    Map<String, String> gone = new TreeMap<>(earlier);
    List<Drift> drifts = new ArrayList<>();
    for (RuleResult rule : rules) {
      String before = gone.remove(rule.key());
      String now = rule.status().word();
      if (!now.equals(before)) {
        drifts.add(new Drift(rule.key(), before == null ? "" : before, now));
      }
    }
    gone.forEach((rule, before) -> drifts.add(new Drift(rule, before, "")));
    return new BenchmarkResult(benchmark, profile, time, rules, collected, List.copyOf(drifts));
  }
}
