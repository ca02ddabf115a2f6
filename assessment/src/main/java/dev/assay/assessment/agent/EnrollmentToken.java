package dev.assay.assessment.agent;

import dev.assay.assessment.identity.AccessKey;
import dev.assay.assessment.tenant.Tenant;
import java.time.Instant;

/// A key that can do nothing but let agents in, so many times.
///
/// @param key what it is signed with; who revokes that revokes the token
/// @param tenant where its agents belong
/// @param used how many agents it has let in
public record EnrollmentToken(AccessKey key, Tenant tenant, int uses, int used) {
  public Status status(Instant now) {
    return switch (key.status(now)) {
      case REVOKED -> Status.REVOKED;
      case EXPIRED -> used < uses ? Status.EXPIRED : Status.USED;
      case ACTIVE -> used < uses ? Status.ACTIVE : Status.USED;
    };
  }

  /// Whether it still lets anybody in, and if not, why.
  public enum Status {
    ACTIVE,
    USED,
    EXPIRED,
    REVOKED
  }
}
