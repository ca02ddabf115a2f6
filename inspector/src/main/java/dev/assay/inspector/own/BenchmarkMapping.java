package dev.assay.inspector.own;

import dev.assay.assessment.cis.BenchmarkReport;
import dev.assay.assessment.cis.CisLevel;
import dev.assay.awsapi.assay.BenchmarkResults;
import dev.assay.awsapi.assay.BenchmarkRule;
import java.util.Locale;
import java.util.Optional;

/// What a benchmark said, in the domain's words.
final class BenchmarkMapping {
  private BenchmarkMapping() {}

  /// The report. A rule that does not say its level has the profile's.
  static BenchmarkReport report(BenchmarkResults results) {
    CisLevel level = CisLevel.valueOf(results.level().value());
    return new BenchmarkReport(
        results.benchmark(),
        Optional.ofNullable(results.version()).orElse(""),
        results.profile(),
        level,
        results.platform(),
        results.evaluatedAt(),
        results.rules().stream().map(rule -> rule(rule, level)).toList());
  }

  private static BenchmarkReport.Rule rule(BenchmarkRule rule, CisLevel level) {
    return new BenchmarkReport.Rule(
        rule.ruleId(),
        rule.title(),
        rule.description(),
        rule.remediation(),
        rule.level() == null ? level : CisLevel.valueOf(rule.level().value()),
        rule.severity() == null ? "unknown" : rule.severity().value().toLowerCase(Locale.ROOT),
        rule.status().value(),
        Optional.ofNullable(rule.reason()).orElse(""));
  }
}
