package dev.assay.assessment.cis;

import org.jspecify.annotations.Nullable;

/// What came of one check over the resources of a scan that are on one platform.
///
/// @param account of those resources; null where there are several
public record CheckAggregation(
    String rule,
    @Nullable String title,
    @Nullable String description,
    @Nullable CisLevel level,
    @Nullable String platform,
    @Nullable String account,
    StatusCounts counts) {}
