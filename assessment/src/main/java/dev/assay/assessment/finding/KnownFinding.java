package dev.assay.assessment.finding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// As much of a stored finding as reconciling needs.
///
/// @param contentHash of the content as it is stored; equal hashes are equal contents
/// @param closedAt null unless it is closed
public record KnownFinding(
    FindingId id,
    FindingKey key,
    FindingStatus status,
    ContentHash contentHash,
    @Nullable Instant closedAt) {}
