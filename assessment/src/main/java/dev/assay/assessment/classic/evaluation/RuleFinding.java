package dev.assay.assessment.classic.evaluation;

import dev.assay.assessment.classic.Attribute;
import java.util.List;

/// What a rule says of a host.
///
/// @param id of what was found, `CVE-2024-1`; also the name of the rule
/// @param confidence 0 to 10
/// @param attributes each key once
public record RuleFinding(
    String id,
    String title,
    String description,
    String recommendation,
    ClassicSeverity severity,
    int confidence,
    List<Attribute> attributes) {
  public static final int CERTAIN = 10;
  private static final String NOTHING = "No potential security issues found";

  public RuleFinding {
    attributes = List.copyOf(attributes);
  }

  /// What Classic says, word for word, of a host on which a rules package found nothing.
  public static RuleFinding nothing() {
    return new RuleFinding(
        NOTHING,
        NOTHING,
        "Amazon Inspector did not find any potential security issues during this assessment.",
        "No remediation needed.",
        ClassicSeverity.INFORMATIONAL,
        CERTAIN,
        List.of());
  }
}
