package dev.assay.scap.evaluation;

import dev.assay.scap.oval.DefinitionResult;
import dev.assay.scap.xccdf.Rule;
import dev.assay.scap.xccdf.RuleStatus;
import java.util.List;

/// The result of one rule.
///
/// @param reason why it is neither passed nor failed, or what is to be known of how it was judged;
///     otherwise empty
/// @param evidence the definitions that decided it
public record RuleResult(
    Rule rule,
    String severity,
    double weight,
    String role,
    RuleStatus status,
    String reason,
    List<DefinitionResult> evidence) {}
