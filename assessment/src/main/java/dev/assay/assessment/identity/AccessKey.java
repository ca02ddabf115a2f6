package dev.assay.assessment.identity;

import java.time.Instant;
import java.util.Optional;

/// A key as it may be shown: without its secret.
///
/// @param description a person's note; may be empty
/// @param expiresAt from then on it lets nobody in; empty for never
/// @param revokedAt when it was revoked, for good; empty if it was not
/// @param lastUsedAt to the minute or so; empty if never
public record AccessKey(
    AccessKeyId id,
    Identity owner,
    String description,
    Instant createdAt,
    Optional<Instant> expiresAt,
    Optional<Instant> revokedAt,
    Optional<Instant> lastUsedAt) {
  public Status status(Instant now) {
    if (revokedAt.isPresent()) {
      return Status.REVOKED;
    }
    return expiresAt.filter(end -> !now.isBefore(end)).isPresent() ? Status.EXPIRED : Status.ACTIVE;
  }

  /// Whether it lets its owner in.
  public enum Status {
    ACTIVE,
    EXPIRED,
    REVOKED
  }
}
