package dev.assay.assessment.finding;

import dev.assay.assessment.resource.Resource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A finding as it is known.
///
/// @param lastObservedAt when an assessment last changed it; does not move while nothing changes
/// @param updatedAt when anything of it last changed, its status too
/// @param closedAt null unless it is closed
public record StoredFinding(
    FindingId id,
    Resource resource,
    FindingKey key,
    FindingStatus status,
    Instant firstObservedAt,
    Instant lastObservedAt,
    Instant updatedAt,
    @Nullable Instant closedAt,
    FindingContent content) {

  public String arn() {
    return id.arn(resource.key().tenant());
  }
}
