package dev.assay.assessment.agent;

import dev.assay.assessment.identity.AccessKeyId;
import dev.assay.assessment.identity.IdentityName;
import dev.assay.assessment.resource.ResourceKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An agent that was let in, bound to one resource: its key can hand in evidence of no other.
///
/// @param name of the identity that its keys belong to
/// @param token the one it came in with
/// @param enrollmentId its own name of the attempt, so that an attempt may be repeated
/// @param version at enrolment
/// @param last null until it was heard of after enrolment
public record Agent(
    IdentityName name,
    ResourceKey resource,
    Machine machine,
    AccessKeyId token,
    String enrollmentId,
    String version,
    Instant enrolledAt,
    @Nullable Heartbeat last) {
  /// When anything was last heard of it.
  public Instant heardAt() {
    return last == null ? enrolledAt : last.at();
  }
}
