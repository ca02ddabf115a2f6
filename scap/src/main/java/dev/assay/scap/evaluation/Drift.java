package dev.assay.scap.evaluation;

/// A rule whose result is not what it was in an earlier evaluation.
///
/// @param before the earlier status, or empty where the rule was not among the results
/// @param after the status of this evaluation, or empty where the rule is no longer among them
public record Drift(String rule, String before, String after) {}
