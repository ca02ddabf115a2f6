package dev.assay.scap.evaluation;

import dev.assay.scap.host.Host;
import dev.assay.scap.host.Scripts;
import dev.assay.scap.probe.Semantics;
import dev.assay.scap.source.DataStream;
import dev.assay.scap.xccdf.CheckReference;
import dev.assay.scap.xccdf.Policy;
import dev.assay.scap.xccdf.Rule;
import dev.assay.scap.xccdf.RuleStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Evaluates the rules a profile selects over a host.
public final class BenchmarkEvaluation {
  private final Policy policy;
  private final Applicability applicability;
  private final RuleChecks checks;
  private final boolean applicable;

  private BenchmarkEvaluation(Policy policy, Applicability applicability, RuleChecks checks) {
    this.policy = policy;
    this.applicability = applicability;
    this.checks = checks;
    this.applicable = applicability.any(policy.benchmark().platforms());
  }

  /// Whether a host is one of the platforms that a datastream's benchmark is for. One that names
  /// none is for any.
  public static boolean isFor(DataStream content, Host host, Semantics semantics) {
    OvalSessions sessions = new OvalSessions(content, host, semantics, Map.of());
    return new Applicability(content.benchmark().platformTests(), content.dictionary(), sessions)
        .any(content.benchmark().platforms());
  }

  /// Evaluates a profile of a datastream.
  ///
  /// @param profile the id of the profile
  public static BenchmarkResult evaluate(
      DataStream content, String profile, Host host, Semantics semantics) {
    return evaluate(content, profile, host, semantics, Optional.empty());
  }

  /// Evaluates a profile of a datastream.
  ///
  /// @param profile the id of the profile
  /// @param scripts runs those of the content; empty where they are not allowed
  public static BenchmarkResult evaluate(
      DataStream content,
      String profile,
      Host host,
      Semantics semantics,
      Optional<Scripts> scripts) {
    Policy policy = Policy.of(content.benchmark(), profile);
    List<Rule> rules = content.benchmark().rules().stream().filter(policy::isSelected).toList();
    OvalSessions sessions = new OvalSessions(content, host, semantics, agreed(rules, policy));
    Applicability applicability =
        new Applicability(content.benchmark().platformTests(), content.dictionary(), sessions);
    BenchmarkEvaluation evaluation =
        new BenchmarkEvaluation(
            policy,
            applicability,
            new RuleChecks(
                policy,
                sessions,
                content.oval(),
                scripts.map(runner -> new ScriptChecks(policy, content.scripts(), runner))));
    List<RuleResult> results =
        rules.stream().flatMap(rule -> evaluation.rule(rule).stream()).toList();
    return new BenchmarkResult(
        content.benchmark(), profile, host.time(), results, sessions.collected(), List.of());
  }

  private List<RuleResult> rule(Rule rule) {
    return outcomes(rule).stream().map(outcome -> result(rule, outcome)).toList();
  }

  private List<RuleChecks.Outcome> outcomes(Rule rule) {
    if (policy.role(rule).equals("unchecked")) {
      return List.of(
          RuleChecks.Outcome.of(RuleStatus.NOTCHECKED, "The profile says not to check it."));
    }
    if (!applicable) {
      return List.of(
          RuleChecks.Outcome.of(
              RuleStatus.NOTAPPLICABLE,
              "The host is none of the benchmark's platforms: "
                  + String.join(", ", policy.benchmark().platforms())));
    }
    return rule.platforms().stream()
        .filter(platforms -> !applicability.any(platforms))
        .findFirst()
        .map(
            platforms ->
                List.of(
                    RuleChecks.Outcome.of(
                        RuleStatus.NOTAPPLICABLE,
                        "None of these platforms: " + String.join(", ", platforms))))
        .orElseGet(() -> checks.check(rule));
  }

  private RuleResult result(Rule rule, RuleChecks.Outcome outcome) {
    String role = policy.role(rule);
    RuleStatus status =
        role.equals("unscored") && outcome.status() != RuleStatus.NOTAPPLICABLE
            ? RuleStatus.INFORMATIONAL
            : outcome.status();
    return new RuleResult(
        rule,
        outcome.definition(),
        policy.severity(rule),
        policy.weight(rule),
        role,
        status,
        outcome.reason(),
        outcome.evidence(),
        null);
  }

  /// The values of the external variables on which all exports agree; a rule that says otherwise
  /// is evaluated by itself.
  private static Map<String, List<String>> agreed(List<Rule> rules, Policy policy) {
    Map<String, List<String>> agreed = new HashMap<>();
    Set<String> disputed = new HashSet<>();
    List<CheckReference> all = new ArrayList<>();
    rules.forEach(
        rule -> {
          all.addAll(rule.checks());
          rule.complexCheck().ifPresent(all::add);
        });
    for (int i = 0; i < all.size(); i++) {
      switch (all.get(i)) {
        case CheckReference.Complex complex -> all.addAll(complex.parts());
        case CheckReference.Simple simple ->
            simple
                .exports()
                .forEach(
                    (variable, value) -> {
                      List<String> values = policy.values(value);
                      List<String> before = agreed.putIfAbsent(variable, values);
                      if (before != null && !before.equals(values)) {
                        disputed.add(variable);
                      }
                    });
      }
    }
    agreed.keySet().removeAll(disputed);
    return agreed;
  }
}
