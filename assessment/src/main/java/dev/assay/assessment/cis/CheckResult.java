package dev.assay.assessment.cis;

/// What came of one rule on one host.
///
/// @param rule the rule's id in its benchmark
/// @param status as the agent says it, `PASSED`, `FAILED`, `NOT_EVALUATED` and so on
/// @param details what the agent adds, in Base64: this service does not look into it
public record CheckResult(String rule, String status, String details) {}
