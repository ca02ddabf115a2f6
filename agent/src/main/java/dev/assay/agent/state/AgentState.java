package dev.assay.agent.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who an agent is, from its enrolment on.
///
/// @param server where it was let in
/// @param fingerprint of the authority that it trusts; null for the system's authorities
/// @param machine the one that it was let in for
/// @param keyIssuedAt by the service's clock
public record AgentState(
    String server,
    String region,
    @Nullable String fingerprint,
    String agentId,
    String resourceId,
    MachineIdentity machine,
    String accessKeyId,
    String secretAccessKey,
    Instant keyIssuedAt) {

  /// The same agent with another key.
  public AgentState withKey(String id, String secret, Instant issuedAt) {
    return new AgentState(
        server, region, fingerprint, agentId, resourceId, machine, id, secret, issuedAt);
  }

  /// Without its secret.
  @Override
  public String toString() {
    return agentId + " of " + resourceId + " at " + server;
  }
}
