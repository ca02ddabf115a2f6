package dev.assay.assessment.finding;

import dev.assay.model.Severity;

/// How many findings share a status, a type and a severity; never 0.
public record FindingCount(FindingStatus status, FindingType type, Severity severity, long count) {}
