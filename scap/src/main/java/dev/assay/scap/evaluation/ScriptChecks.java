package dev.assay.scap.evaluation;

import dev.assay.scap.evaluation.RuleChecks.Outcome;
import dev.assay.scap.host.Scripts;
import dev.assay.scap.xccdf.CheckReference;
import dev.assay.scap.xccdf.Policy;
import dev.assay.scap.xccdf.RuleStatus;
import dev.assay.scap.xccdf.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Checks by scripts, as OpenSCAP's Script Check Engine has them: values come in as variables of
/// the environment, and the exit code is the result.
final class ScriptChecks {
  static final String SYSTEM = "http://open-scap.org/page/SCE";

  /// By exit code less the first of them.
  private static final List<RuleStatus> RESULTS =
      List.of(
          RuleStatus.PASS,
          RuleStatus.FAIL,
          RuleStatus.ERROR,
          RuleStatus.UNKNOWN,
          RuleStatus.NOTAPPLICABLE,
          RuleStatus.NOTCHECKED,
          RuleStatus.NOTSELECTED,
          RuleStatus.INFORMATIONAL,
          RuleStatus.FIXED);

  private static final List<String> NAMES =
      List.of(
          "PASS",
          "FAIL",
          "ERROR",
          "UNKNOWN",
          "NOT_APPLICABLE",
          "NOT_CHECKED",
          "NOT_SELECTED",
          "INFORMATIONAL",
          "FIXED");

  private static final int FIRST = 101;

  private final Policy policy;
  private final Map<String, String> content;
  private final Scripts scripts;

  ScriptChecks(Policy policy, Map<String, String> content, Scripts scripts) {
    this.policy = policy;
    this.content = content;
    this.scripts = scripts;
  }

  Outcome run(CheckReference.Simple check) {
    for (CheckReference.Content wanted : check.contents()) {
      String script = content.get(wanted.href());
      if (script != null) {
        return outcome(check, wanted.href(), scripts.run(script, environment(check)));
      }
    }
    return Outcome.of(
        RuleStatus.NOTCHECKED,
        "The script it refers to is not in the datastream: " + check.contents());
  }

  private static Outcome outcome(CheckReference.Simple check, String name, Scripts.Run run) {
    return switch (run) {
      case Scripts.Run.Ended(int code, String output) -> {
        int place = code - FIRST;
        boolean known = place >= 0 && place < RESULTS.size();
        RuleStatus status = known ? RESULTS.get(place) : RuleStatus.ERROR;
        yield Outcome.of(
            status.negatedIf(check.negate()),
            "The script "
                + name
                + " ended with "
                + code
                + (known ? " (" + NAMES.get(place) + ")" : ", which is no result")
                + (output.isBlank() ? "." : " and said: " + output.strip()));
      }
      case Scripts.Run.Failed(String why) ->
          Outcome.of(RuleStatus.ERROR, "The script " + name + ": " + why);
    };
  }

  private Map<String, String> environment(CheckReference.Simple check) {
    Map<String, String> environment = new TreeMap<>();
    for (int i = 0; i < NAMES.size(); i++) {
      environment.put("XCCDF_RESULT_" + NAMES.get(i), String.valueOf(FIRST + i));
    }
    check
        .exports()
        .forEach(
            (name, id) -> {
              Value value = policy.benchmark().values().get(id);
              if (value != null) {
                environment.put("XCCDF_VALUE_" + name, String.join("\n", policy.values(id)));
                environment.put("XCCDF_TYPE_" + name, value.type().toUpperCase(Locale.ROOT));
                environment.put("XCCDF_OPERATOR_" + name, operator(value.operator()));
              }
            });
    return environment;
  }

  /// `greater than or equal` is GREATER_EQUAL to scripts.
  private static String operator(String operator) {
    return operator
        .replace(" than or ", " ")
        .replace(" than", "")
        .replace(' ', '_')
        .toUpperCase(Locale.ROOT);
  }
}
