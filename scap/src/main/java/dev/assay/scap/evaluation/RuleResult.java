package dev.assay.scap.evaluation;

import dev.assay.scap.oval.DefinitionResult;
import dev.assay.scap.xccdf.Rule;
import dev.assay.scap.xccdf.RuleStatus;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The result of one rule.
///
/// @param definition the one it is the result of, where each definition of a check is a result of
///     its own (multi-check); otherwise empty
/// @param reason why it is neither passed nor failed, or what is to be known of how it was judged;
///     otherwise empty
/// @param evidence the definitions that decided it
/// @param waiver the operator's waiver of the rule, or null
public record RuleResult(
    Rule rule,
    String definition,
    String severity,
    double weight,
    String role,
    RuleStatus status,
    String reason,
    List<DefinitionResult> evidence,
    @Nullable Waiver waiver) {

  RuleResult waivedBy(Waiver given) {
    return new RuleResult(
        rule, definition, severity, weight, role, status, reason, evidence, given);
  }

  /// What tells it from the other results of a benchmark: its rule, and its definition where the
  /// rule has several.
  public String key() {
    return definition.isEmpty() ? rule.id() : rule.id() + " " + definition;
  }

  /// Whether it is a failure that counts: one that no waiver covers.
  public boolean isFailureOn(LocalDate day) {
    return status == RuleStatus.FAIL && (waiver == null || !waiver.holdsOn(day));
  }
}
