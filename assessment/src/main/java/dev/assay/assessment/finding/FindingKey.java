package dev.assay.assessment.finding;

/// What makes a finding itself within its resource: the kind, and the rule that failed; for a
/// vulnerability its name. Which packages have it is the finding's content.
public record FindingKey(FindingType type, String rule) {
  public FindingKey {
    if (rule.isBlank()) {
      throw new IllegalArgumentException("A finding of no rule");
    }
  }
}
