package dev.assay.scap.evaluation;

import dev.assay.scap.xccdf.RuleStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The scores of a benchmark (XCCDF 1.2, section 7.3). Rules that were not applicable, not checked,
/// not selected or only informational count in none of them.
///
/// @param standard `urn:xccdf:scoring:default`, of 100: each group is the weighted mean of what it
///     holds
/// @param flat the weights of what passed
/// @param flatMaximum the weights of all
/// @param unweighted the number that passed
/// @param counted the number of all
public record Scores(
    double standard, double flat, double flatMaximum, int unweighted, int counted) {

  /// Whether everything passed (`urn:xccdf:scoring:absolute`).
  public boolean absolute() {
    return unweighted == counted;
  }

  static Scores of(List<RuleResult> results) {
    List<RuleResult> counted = results.stream().filter(Scores::counts).toList();
    double flat = 0;
    double maximum = 0;
    int passed = 0;
    for (RuleResult result : counted) {
      maximum += result.weight();
      if (passes(result)) {
        flat += result.weight();
        passed++;
      }
    }
    return new Scores(standard(counted, 0), flat, maximum, passed, counted.size());
  }

  /// The score of the rules of one group, which share `depth` outer groups.
  private static double standard(List<RuleResult> results, int depth) {
    Map<String, List<RuleResult>> groups = new LinkedHashMap<>();
    double sum = 0;
    double weights = 0;
    for (RuleResult result : results) {
      List<String> path = result.rule().groups();
      if (path.size() > depth) {
        groups.computeIfAbsent(path.get(depth), id -> new ArrayList<>()).add(result);
      } else {
        sum += passes(result) ? 100 * result.weight() : 0;
        weights += result.weight();
      }
    }
    for (List<RuleResult> group : groups.values()) {
      sum += standard(group, depth + 1);
      weights += 1;
    }
    return weights == 0 ? 0 : sum / weights;
  }

  private static boolean passes(RuleResult result) {
    return result.status() == RuleStatus.PASS || result.status() == RuleStatus.FIXED;
  }

  private static boolean counts(RuleResult result) {
    if (!result.role().equals("full")) {
      return false;
    }
    return switch (result.status()) {
      case PASS, FAIL, ERROR, UNKNOWN, FIXED -> true;
      case NOTAPPLICABLE, NOTCHECKED, NOTSELECTED, INFORMATIONAL -> false;
    };
  }
}
