package dev.assay.assessment.cis;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a benchmark's profile said of one host.
///
/// @param benchmark the id of the content, and its version
/// @param profile the profile's id
/// @param level what the profile is of
/// @param platform of the host; null where the profile's reader did not say
public record BenchmarkReport(
    String benchmark,
    String version,
    String profile,
    CisLevel level,
    @Nullable String platform,
    Instant evaluatedAt,
    List<Rule> rules) {
  /// The id of Assay's own content for the rules package "Security best practices", which is no
  /// CIS benchmark and answers no scan for one.
  public static final String BEST_PRACTICES = "xccdf_dev.assay.best-practices_benchmark_host";

  public BenchmarkReport {
    rules = List.copyOf(rules);
  }

  /// Whether it is about Assay's own content.
  public boolean isBestPractices() {
    return benchmark.equals(BEST_PRACTICES);
  }

  /// One rule's result.
  ///
  /// @param severity as the content says it: `low`, `medium`, `high`, `unknown`, `info`
  /// @param status as sessions say it, `PASSED`, `FAILED`, `NOT_EVALUATED` and so on
  /// @param reason what was found, or why it could not be evaluated; empty where nobody said
  public record Rule(
      String id,
      @Nullable String title,
      @Nullable String description,
      @Nullable String remediation,
      CisLevel level,
      String severity,
      String status,
      String reason) {}

  /// The results that a scan of a level asks for.
  public List<CheckResult> results(CisLevel asked) {
    return rules.stream()
        .filter(rule -> asked.includes(rule.level()))
        .map(
            rule ->
                new CheckResult(
                    rule.id(),
                    rule.status(),
                    "",
                    new CheckResult.About(
                        rule.title(), rule.description(), rule.remediation(), rule.level()),
                    rule.reason()))
        .toList();
  }
}
