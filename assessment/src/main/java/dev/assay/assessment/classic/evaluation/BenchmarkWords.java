package dev.assay.assessment.classic.evaluation;

import dev.assay.assessment.cis.BenchmarkReport;
import dev.assay.assessment.classic.Attribute;
import dev.assay.assessment.classic.host.AssessedHost;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a finding says of a rule that failed. AWS does not document which attributes it gives such
/// a finding: these are ours.
final class BenchmarkWords {
  private static final int LONGEST_VALUE = 256;
  private static final int LONGEST_TEXT = 20_000;

  private BenchmarkWords() {}

  static RuleFinding finding(AssessedHost host, BenchmarkReport report, BenchmarkReport.Rule rule) {
    String title = text(rule.title(), rule.id());
    return new RuleFinding(
        rule.id(),
        "Host " + host.id() + " does not comply with: " + title,
        cut(
            text(rule.description(), title)
                + (rule.reason().isEmpty() ? "" : "\n\nFound: " + rule.reason()),
            LONGEST_TEXT),
        text(rule.remediation(), "Bring the host in line with the rule " + rule.id() + "."),
        severity(rule.severity()),
        RuleFinding.CERTAIN,
        attributes(host, report, rule));
  }

  private static List<Attribute> attributes(
      AssessedHost host, BenchmarkReport report, BenchmarkReport.Rule rule) {
    List<Attribute> attributes = new ArrayList<>();
    attributes.add(attribute("INSTANCE_ID", host.id()));
    attributes.add(attribute("BENCHMARK_ID", report.benchmark() + " " + report.version()));
    attributes.add(attribute("BENCHMARK_RULE_ID", rule.id()));
    attributes.add(attribute("BENCHMARK_PROFILE", report.profile()));
    if (!report.isBestPractices()) {
      attributes.add(attribute("CIS_BENCHMARK_PROFILE", rule.level().name()));
    }
    return attributes;
  }

  private static ClassicSeverity severity(String severity) {
    return switch (severity) {
      case "high" -> ClassicSeverity.HIGH;
      case "medium" -> ClassicSeverity.MEDIUM;
      case "low" -> ClassicSeverity.LOW;
      case "info" -> ClassicSeverity.INFORMATIONAL;
      default -> ClassicSeverity.UNDEFINED;
    };
  }

  private static String text(@Nullable String text, String otherwise) {
    return text == null || text.isEmpty() ? otherwise : text;
  }

  /// An attribute's value has at most 256 characters; what was cut off ends in an ellipsis.
  private static Attribute attribute(String key, String value) {
    return new Attribute(key, cut(value.strip(), LONGEST_VALUE));
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }
}
