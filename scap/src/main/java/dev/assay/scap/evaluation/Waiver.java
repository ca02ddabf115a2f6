package dev.assay.scap.evaluation;

import java.time.LocalDate;

/// The operator's word that a rule need not pass for a while.
///
/// @param rule the rule's whole id, or the part after `_rule_`
/// @param reason why, in the operator's words
/// @param expires the last day on which it holds
public record Waiver(String rule, String reason, LocalDate expires) {
  private static final String PREFIX = "_rule_";

  /// Whether it is about this rule.
  public boolean isAbout(String id) {
    return id.equals(rule) || id.endsWith(PREFIX + rule);
  }

  /// Whether it holds on a day.
  public boolean holdsOn(LocalDate day) {
    return !day.isAfter(expires);
  }

  /// In one line for a person.
  public String sentence(LocalDate day) {
    return holdsOn(day)
        ? "Waived until " + expires + ": " + reason
        : "Its waiver expired on " + expires + ": " + reason;
  }
}
