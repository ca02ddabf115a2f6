package dev.assay.assessment.cis;

/// A scan with what came of all its checks on all its resources.
public record ScanSummary(CisScan scan, StatusCounts counts) {}
