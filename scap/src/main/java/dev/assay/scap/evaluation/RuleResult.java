package dev.assay.scap.evaluation;

import dev.assay.scap.oval.DefinitionResult;
import dev.assay.scap.xccdf.Rule;
import dev.assay.scap.xccdf.RuleStatus;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The result of one rule.
///
/// @param reason why it is neither passed nor failed, or what is to be known of how it was judged;
///     otherwise empty
/// @param evidence the definitions that decided it
/// @param waiver the operator's waiver of the rule, or null
public record RuleResult(
    Rule rule,
    String severity,
    double weight,
    String role,
    RuleStatus status,
    String reason,
    List<DefinitionResult> evidence,
    @Nullable Waiver waiver) {

  RuleResult waivedBy(Waiver given) {
    return new RuleResult(rule, severity, weight, role, status, reason, evidence, given);
  }

  /// Whether it is a failure that counts: one that no waiver covers.
  public boolean isFailureOn(LocalDate day) {
    return status == RuleStatus.FAIL && (waiver == null || !waiver.holdsOn(day));
  }
}
