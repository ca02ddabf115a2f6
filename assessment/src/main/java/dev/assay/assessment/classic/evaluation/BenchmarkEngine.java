package dev.assay.assessment.classic.evaluation;

import dev.assay.assessment.cis.BenchmarkReport;
import dev.assay.assessment.cis.BenchmarkStore;
import dev.assay.assessment.classic.exclusion.Exclusion;
import dev.assay.assessment.classic.exclusion.ExclusionType;
import dev.assay.assessment.classic.host.Agent;
import dev.assay.assessment.classic.host.AssessedHost;
import dev.assay.assessment.classic.rulespackage.RulesPackage;
import dev.assay.assessment.tenant.Region;
import dev.assay.assessment.transaction.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// `CIS Operating System Security Configuration Benchmarks`, and `Security Best Practices` by the
/// content that Assay has for it: what was handed in of a host says of it. A rule that failed is a
/// finding; a host of which nothing was handed in, and rules that could not be evaluated, are
/// exclusions.
public final class BenchmarkEngine implements RulesEngine {
  private static final Set<String> NOT_EVALUATED = Set.of("NOT_EVALUATED", "UNKNOWN", "ERROR");
  private static final int MOST_NAMED = 10;
  private static final int LONGEST = 200;

  private final RulesPackage rulesPackage;
  private final BenchmarkStore benchmarks;
  private final Predicate<BenchmarkReport> own;
  private final String command;

  private BenchmarkEngine(
      RulesPackage rulesPackage,
      BenchmarkStore benchmarks,
      Predicate<BenchmarkReport> own,
      String command) {
    this.rulesPackage = rulesPackage;
    this.benchmarks = benchmarks;
    this.own = own;
    this.command = command;
  }

  /// The engine of CIS benchmarks.
  public static BenchmarkEngine cis(BenchmarkStore benchmarks) {
    return new BenchmarkEngine(
        RulesPackage.CIS_BENCHMARKS,
        benchmarks,
        report -> !report.isBestPractices(),
        "assay cis --submit");
  }

  /// The engine of security best practices.
  public static BenchmarkEngine bestPractices(BenchmarkStore benchmarks) {
    return new BenchmarkEngine(
        RulesPackage.SECURITY_BEST_PRACTICES,
        benchmarks,
        BenchmarkReport::isBestPractices,
        "assay cis --content best-practices --submit");
  }

  @Override
  public RulesPackage rulesPackage() {
    return rulesPackage;
  }

  private List<BenchmarkReport> reports(Reading transaction, AssessedHost host) {
    return benchmarks.of(transaction, host.resource()).stream().filter(own).toList();
  }

  @Override
  public List<Exclusion> exclusions(Region region) {
    return List.of();
  }

  @Override
  public List<Exclusion> exclusions(Reading transaction, AssessedHost host) {
    if (rulesPackage == RulesPackage.SECURITY_BEST_PRACTICES && host.isWindows()) {
      return List.of(
          Exclusion.of(
              ExclusionType.RULES_PACKAGE_NOT_SUPPORTED_BY_OS,
              host,
              rulesPackage,
              rulesPackage.title() + " has rules for Linux only."));
    }
    List<BenchmarkReport> reports = reports(transaction, host);
    if (reports.isEmpty()) {
      return List.of(
          excluded(host, "No benchmark's results were submitted (" + command + ")." + agent(host)));
    }
    List<Exclusion> exclusions = new ArrayList<>();
    for (BenchmarkReport report : reports) {
      List<BenchmarkReport.Rule> open =
          report.rules().stream().filter(rule -> NOT_EVALUATED.contains(rule.status())).toList();
      if (!open.isEmpty()) {
        exclusions.add(excluded(host, words(report, open)));
      }
    }
    return exclusions;
  }

  /// What the host's agent says, which may be why it has evaluated nothing.
  private static String agent(AssessedHost host) {
    Agent agent = host.agent();
    return agent == null || agent.details().isEmpty() ? "" : " Its agent: " + agent.details();
  }

  private Exclusion excluded(AssessedHost host, String why) {
    return Exclusion.of(
        ExclusionType.RULES_EVALUATION_ERROR_FOR_SINGLE_INSTANCE, host, rulesPackage(), why);
  }

  private static String words(BenchmarkReport report, List<BenchmarkReport.Rule> open) {
    String named =
        open.stream().limit(MOST_NAMED).map(rule -> named(rule)).collect(Collectors.joining("; "));
    int more = open.size() - Math.min(open.size(), MOST_NAMED);
    return "Not evaluated of "
        + report.profile()
        + ": "
        + named
        + (more == 0 ? "" : "; and " + more + " more");
  }

  private static String named(BenchmarkReport.Rule rule) {
    String reason = rule.reason();
    String shown = reason.length() > LONGEST ? reason.substring(0, LONGEST) + "…" : reason;
    return reason.isEmpty() ? rule.id() : rule.id() + ": " + shown;
  }

  /// A benchmark of which every rule was left out says nothing.
  @Override
  public boolean judges(Reading transaction, AssessedHost host) {
    return reports(transaction, host).stream()
        .flatMap(report -> report.rules().stream())
        .anyMatch(rule -> rule.status().equals("PASSED") || rule.status().equals("FAILED"));
  }

  @Override
  public List<RuleFinding> findings(Reading transaction, AssessedHost host) {
    return reports(transaction, host).stream()
        .flatMap(
            report ->
                report.rules().stream()
                    .filter(rule -> rule.status().equals("FAILED"))
                    .map(rule -> BenchmarkWords.finding(host, report, rule)))
        .toList();
  }
}
