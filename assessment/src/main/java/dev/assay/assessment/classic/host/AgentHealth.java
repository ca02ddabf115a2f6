package dev.assay.assessment.classic.host;

/// How an agent does: Classic's `AgentHealth` and `AgentHealthCode` in one, since each code goes
/// with one health only.
public enum AgentHealth {
  IDLE("HEALTHY"),
  RUNNING("HEALTHY"),
  SHUTDOWN("UNHEALTHY"),
  UNHEALTHY("UNHEALTHY"),
  THROTTLED("UNHEALTHY"),
  UNKNOWN("UNKNOWN");

  private final String health;

  AgentHealth(String health) {
    this.health = health;
  }

  /// `agentHealth`; the constant's own name is `agentHealthCode`.
  public String health() {
    return health;
  }
}
