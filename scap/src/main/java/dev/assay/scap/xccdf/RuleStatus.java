package dev.assay.scap.xccdf;

import dev.assay.scap.oval.Truth;
import java.util.List;
import java.util.Locale;

/// The result of a rule (XCCDF 1.2, table 26).
public enum RuleStatus {
  PASS,
  FAIL,
  ERROR,
  UNKNOWN,
  NOTAPPLICABLE,
  NOTCHECKED,
  NOTSELECTED,
  INFORMATIONAL,
  FIXED;

  /// The word of the schema.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What an OVAL result means for a rule (SCAP 1.3, section 4.5.2): a vulnerability or a missing
  /// patch that is there is a failure.
  public static RuleStatus of(Truth truth, String definitionClass) {
    boolean bad = definitionClass.equals("vulnerability") || definitionClass.equals("patch");
    return switch (truth) {
      case TRUE -> bad ? FAIL : PASS;
      case FALSE -> bad ? PASS : FAIL;
      case ERROR -> ERROR;
      case UNKNOWN -> UNKNOWN;
      case NOT_EVALUATED -> NOTCHECKED;
      case NOT_APPLICABLE -> NOTAPPLICABLE;
    };
  }

  /// The opposite, where there is one.
  public RuleStatus negatedIf(boolean negate) {
    return !negate ? this : this == PASS ? FAIL : this == FAIL ? PASS : this;
  }

  /// Several results where all must pass (XCCDF 1.2, table 12).
  public static RuleStatus and(List<RuleStatus> results) {
    return first(
        results,
        FAIL,
        UNKNOWN,
        ERROR,
        PASS,
        FIXED,
        NOTAPPLICABLE,
        NOTCHECKED,
        NOTSELECTED,
        INFORMATIONAL);
  }

  /// Several results where one must pass (XCCDF 1.2, table 13).
  public static RuleStatus or(List<RuleStatus> results) {
    return first(
        results,
        PASS,
        FIXED,
        UNKNOWN,
        ERROR,
        FAIL,
        NOTAPPLICABLE,
        NOTCHECKED,
        NOTSELECTED,
        INFORMATIONAL);
  }

  private static RuleStatus first(List<RuleStatus> results, RuleStatus... order) {
    for (RuleStatus each : order) {
      if (results.contains(each)) {
        return each;
      }
    }
    return NOTCHECKED;
  }
}
