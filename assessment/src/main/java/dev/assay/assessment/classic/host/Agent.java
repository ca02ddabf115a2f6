package dev.assay.assessment.classic.host;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An agent of ours on a host.
///
/// @param kernel null where it did not tell
/// @param details what it said beside its health; may be empty
/// @param heardAt when anything was last heard of it
public record Agent(
    String version, AgentHealth health, @Nullable String kernel, String details, Instant heardAt) {
  /// Whether it can be told to collect.
  public boolean isAtWork() {
    return health.health().equals("HEALTHY");
  }
}
