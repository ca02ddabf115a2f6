package dev.assay.assessment.classic.template;

import dev.assay.assessment.classic.Attribute;
import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.rulespackage.RulesPackage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How a target is assessed.
///
/// @param arn within its target's
/// @param duration how long agents collect, from three minutes to a day
/// @param rulesPackages each once; none is allowed, and finds nothing
/// @param userAttributes given to every finding of its runs
public record AssessmentTemplate(
    ClassicArn arn,
    String name,
    Duration duration,
    List<RulesPackage> rulesPackages,
    List<Attribute> userAttributes,
    Instant createdAt) {
  public static final Duration SHORTEST = Duration.ofMinutes(3);
  public static final Duration LONGEST = Duration.ofDays(1);
  public static final int MOST_USER_ATTRIBUTES = 10;

  public AssessmentTemplate {
    rulesPackages = List.copyOf(rulesPackages);
    userAttributes = List.copyOf(userAttributes);
  }
}
