package dev.assay.assessment.cis;

/// A resource in a scan with what came of its checks.
public record TargetSummary(CisTarget target, StatusCounts counts) {}
