package dev.assay.agent.benchmark;

import dev.assay.awsapi.assay.BenchmarkLevel;
import dev.assay.awsapi.assay.BenchmarkResults;
import dev.assay.awsapi.assay.BenchmarkRule;
import dev.assay.awsapi.assay.BenchmarkSeverity;
import dev.assay.awsapi.assay.BenchmarkStatus;
import dev.assay.scap.evaluation.BenchmarkResult;
import dev.assay.scap.evaluation.RuleResult;
import dev.assay.scap.output.EvidenceText;
import dev.assay.scap.source.RuleProse;
import dev.assay.scap.xccdf.Benchmark;
import dev.assay.scap.xccdf.Policy;
import dev.assay.scap.xccdf.Profile;
import dev.assay.scap.xccdf.Rule;
import dev.assay.scap.xccdf.RuleStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a benchmark said, as evidence for a service. The level is what the profile's title says,
/// `… for Level 2 - Server`; a rule that the same content's profile of the first level has too is
/// of the first level.
public final class ReportedBenchmark {
  private static final Pattern LEVEL = Pattern.compile("\\bLevel ([12])\\b");
  private static final int LONGEST_TEXT = 20_000;

  private final BenchmarkResult result;
  private final String level;
  private final Optional<Policy> firstLevel;
  private final Map<String, RuleProse> prose;

  private ReportedBenchmark(
      BenchmarkResult result,
      String level,
      Optional<Policy> firstLevel,
      Map<String, RuleProse> prose) {
    this.result = result;
    this.prose = prose;
    this.level = level;
    this.firstLevel = firstLevel;
  }

  /// The level of a profile, as it or one that it extends says it: `LEVEL_1`, `LEVEL_2`; empty
  /// where none does. Assay's own content has one level.
  ///
  /// @param profile its id
  public static Optional<String> level(Benchmark benchmark, String profile) {
    return benchmark.id().equals(BestPractices.BENCHMARK)
        ? Optional.of("LEVEL_1")
        : Optional.of(LEVEL.matcher(title(benchmark, profile)))
            .filter(Matcher::find)
            .map(found -> "LEVEL_" + found.group(1));
  }

  /// The title of the nearest profile, on the way of what it extends, that says a level; else its
  /// own.
  public static String title(Benchmark benchmark, String profile) {
    Set<String> seen = new HashSet<>();
    Profile known = benchmark.profiles().get(profile);
    for (Profile next = known;
        next != null && seen.add(next.id());
        next = benchmark.profiles().get(next.base())) {
      if (LEVEL.matcher(next.title()).find()) {
        return next.title();
      }
    }
    return known == null ? profile : known.title();
  }

  /// The evidence of a result.
  ///
  /// @param prose what the content says to people of its rules, by their ids
  /// @param platform of the target, as the service calls it; empty where it is not known
  /// @throws IllegalArgumentException where the profile has no level
  public static BenchmarkResults of(
      BenchmarkResult result,
      Map<String, RuleProse> prose,
      Optional<String> platform,
      Instant evaluatedAt) {
    Benchmark benchmark = result.benchmark();
    String title = title(benchmark, result.profile());
    String level =
        level(benchmark, result.profile())
            .orElseThrow(() -> new IllegalArgumentException("no level: " + title));
    String sibling = LEVEL.matcher(title).replaceAll("Level 1");
    Optional<Policy> first =
        benchmark.profiles().values().stream()
            .filter(profile -> profile.title().equals(sibling))
            .findFirst()
            .map(profile -> Policy.of(benchmark, profile.id()));
    return new ReportedBenchmark(result, level, first, prose).results(platform, evaluatedAt);
  }

  private BenchmarkResults results(Optional<String> platform, Instant evaluatedAt) {
    Benchmark benchmark = result.benchmark();
    BenchmarkResults.Builder results =
        BenchmarkResults.builder()
            .benchmark(benchmark.id())
            .profile(result.profile())
            .level(BenchmarkLevel.of(level))
            .evaluatedAt(evaluatedAt)
            .rules(worst().stream().map(this::rule).toList());
    if (!benchmark.version().isEmpty()) {
      results.version(benchmark.version());
    }
    platform.ifPresent(results::platform);
    return results.build();
  }

  /// Of a rule with several results the worst: a service has one result of each.
  private Collection<RuleResult> worst() {
    Map<String, RuleResult> worst = new LinkedHashMap<>();
    result.rules().forEach(rule -> worst.merge(rule.rule().id(), rule, ReportedBenchmark::worse));
    return worst.values();
  }

  private static RuleResult worse(RuleResult one, RuleResult other) {
    return RuleStatus.and(List.of(one.status(), other.status())) == one.status() ? one : other;
  }

  private BenchmarkRule rule(RuleResult rule) {
    boolean isFirst =
        firstLevel.map(policy -> policy.isSelected(rule.rule())).orElse(level.equals("LEVEL_1"));
    RuleProse said = prose.getOrDefault(rule.rule().id(), new RuleProse("", ""));
    BenchmarkRule.Builder reported =
        BenchmarkRule.builder()
            .ruleId(rule.rule().id())
            .title(cut(rule.rule().title()))
            .description(cut((said.description() + "\n" + controls(rule.rule())).strip()))
            .level(BenchmarkLevel.of(isFirst ? "LEVEL_1" : "LEVEL_2"))
            .severity(severity(rule.severity()))
            .status(status(rule.status()))
            .reason(cut(reason(rule)));
    if (!said.remediation().isEmpty()) {
      reported.remediation(cut(said.remediation()));
    }
    return reported.build();
  }

  /// Of a failure what was found, of whatever is neither passed nor failed why.
  private static String reason(RuleResult rule) {
    return rule.status() == RuleStatus.FAIL
        ? (rule.reason() + "\n" + EvidenceText.of(rule.evidence())).strip()
        : rule.reason();
  }

  /// The requirements of frameworks that the rule serves.
  private static String controls(Rule rule) {
    StringBuilder controls = new StringBuilder();
    for (Rule.Reference reference : rule.references()) {
      controls.append(controls.isEmpty() ? "" : "; ").append(reference.text());
      if (!reference.href().isEmpty()) {
        controls.append(" (").append(reference.href()).append(")");
      }
    }
    return controls.toString();
  }

  private static BenchmarkSeverity severity(String severity) {
    return switch (severity) {
      case "info", "low", "medium", "high" ->
          BenchmarkSeverity.of(severity.toUpperCase(Locale.ROOT));
      default -> BenchmarkSeverity.UNKNOWN;
    };
  }

  /// In the words of sessions: what was fixed is in order now.
  private static BenchmarkStatus status(RuleStatus status) {
    return switch (status) {
      case PASS, FIXED -> BenchmarkStatus.PASSED;
      case FAIL -> BenchmarkStatus.FAILED;
      case ERROR -> BenchmarkStatus.ERROR;
      case UNKNOWN -> BenchmarkStatus.UNKNOWN;
      case NOTAPPLICABLE -> BenchmarkStatus.NOT_APPLICABLE;
      case NOTCHECKED, NOTSELECTED -> BenchmarkStatus.NOT_EVALUATED;
      case INFORMATIONAL -> BenchmarkStatus.INFORMATIONAL;
    };
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
  }
}
