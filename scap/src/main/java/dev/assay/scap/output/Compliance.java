package dev.assay.scap.output;

import dev.assay.scap.evaluation.RuleResult;
import dev.assay.scap.xccdf.RuleStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How the controls of one framework fare by the rules that refer to them: a control is failed if
/// one of its rules is, open if one could not be decided, passed if all that apply passed.
///
/// @param notApplicable controls none of whose rules applies
record Compliance(String framework, int passed, int failed, int open, int notApplicable) {
  private enum Outcome {
    PASSED,
    FAILED,
    OPEN,
    NOT_APPLICABLE
  }

  /// One line for each framework that the rules refer to, by name.
  static List<Compliance> of(List<RuleResult> rules) {
    Map<String, Map<String, List<RuleStatus>>> frameworks = new TreeMap<>();
    for (RuleResult rule : rules) {
      rule.rule()
          .references()
          .forEach(
              reference ->
                  frameworks
                      .computeIfAbsent(Frameworks.name(reference.href()), name -> new TreeMap<>())
                      .computeIfAbsent(reference.text(), control -> new ArrayList<>())
                      .add(rule.status()));
    }
    List<Compliance> all = new ArrayList<>();
    frameworks.forEach((name, controls) -> all.add(of(name, controls)));
    return all;
  }

  private static Compliance of(String name, Map<String, List<RuleStatus>> controls) {
    Map<Outcome, Integer> counts = new java.util.EnumMap<>(Outcome.class);
    controls.values().forEach(each -> counts.merge(outcome(each), 1, Integer::sum));
    return new Compliance(
        name,
        counts.getOrDefault(Outcome.PASSED, 0),
        counts.getOrDefault(Outcome.FAILED, 0),
        counts.getOrDefault(Outcome.OPEN, 0),
        counts.getOrDefault(Outcome.NOT_APPLICABLE, 0));
  }

  private static Outcome outcome(List<RuleStatus> statuses) {
    return switch (RuleStatus.and(statuses)) {
      case FAIL -> Outcome.FAILED;
      case PASS, FIXED -> Outcome.PASSED;
      case NOTAPPLICABLE -> Outcome.NOT_APPLICABLE;
      case ERROR, UNKNOWN, NOTCHECKED, NOTSELECTED, INFORMATIONAL -> Outcome.OPEN;
    };
  }
}
