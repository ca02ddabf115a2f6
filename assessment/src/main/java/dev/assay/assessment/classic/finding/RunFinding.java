package dev.assay.assessment.classic.finding;

import dev.assay.assessment.classic.Attribute;
import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.evaluation.RuleFinding;
import dev.assay.assessment.classic.rulespackage.RulesPackage;
import java.time.Instant;
import java.util.List;

/// A finding of a run.
///
/// @param arn within its run's
/// @param asset the host as it was then
/// @param updatedAt when its user attributes last changed
public record RunFinding(
    ClassicArn arn,
    RulesPackage rulesPackage,
    Asset asset,
    RuleFinding content,
    List<Attribute> userAttributes,
    Instant createdAt,
    Instant updatedAt) {
  public static final int MOST_USER_ATTRIBUTES = 10;

  public RunFinding {
    userAttributes = List.copyOf(userAttributes);
  }
}
