package dev.assay.assessment.classic.run;

import dev.assay.assessment.classic.host.Agent;
import dev.assay.assessment.classic.host.AgentHealth;
import dev.assay.assessment.classic.host.AssessedHost;
import dev.assay.assessment.classic.host.HostEvidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A host that takes part in a run, as it was when the run selected it.
///
/// @param busy whether an agent is at work on it, which takes part in one run at a time
/// @param excluded whether the run does not evaluate it
/// @param telemetry what was collected from it
public record RunAgent(
    String agentId,
    AgentHealth health,
    String details,
    @Nullable String autoScalingGroup,
    boolean busy,
    boolean excluded,
    List<Telemetry> telemetry) {
  public RunAgent {
    telemetry = List.copyOf(telemetry);
  }

  /// Messages of a kind.
  ///
  /// @param bytes null where that is not known
  public record Telemetry(String messageType, long count, @Nullable Long bytes) {}

  /// @param excluded whether the run does not evaluate the host
  static RunAgent of(AssessedHost host, boolean excluded) {
    return new RunAgent(
        host.id(),
        health(host),
        details(host),
        host.autoScalingGroup(),
        host.agent() != null && host.agent().isAtWork() && !excluded,
        excluded,
        telemetry(host));
  }

  /// The health of whatever tells us of the host: without an agent, that is its evidence.
  public static AgentHealth health(AssessedHost host) {
    if (host.agent() != null) {
      return host.agent().health();
    }
    return switch (host.evidence()) {
      case HostEvidence.Absent _ -> AgentHealth.UNKNOWN;
      case HostEvidence.Inventory _,
          HostEvidence.Benchmarks _,
          HostEvidence.Configuration _,
          HostEvidence.Behaviour _ ->
          AgentHealth.IDLE;
    };
  }

  private static String details(AssessedHost host) {
    String evidence =
        switch (host.evidence()) {
          case HostEvidence.Absent _ -> "no evidence of it was ever submitted";
          case HostEvidence.Inventory inventory -> "its evidence is of " + inventory.collectedAt();
          case HostEvidence.Benchmarks benchmarks ->
              "its evidence is of " + benchmarks.evaluatedAt();
          case HostEvidence.Configuration configuration ->
              "its evidence is of " + configuration.evaluatedAt();
          case HostEvidence.Behaviour behaviour -> "its evidence is of " + behaviour.takenAt();
        };
    return (host.agent() == null ? "No agent; " : agent(host.agent()) + "; ") + evidence;
  }

  private static String agent(Agent agent) {
    return "Agent "
        + agent.version()
        + ", last heard of at "
        + agent.heardAt()
        + (agent.details().isEmpty() ? "" : ": " + agent.details());
  }

  private static List<Telemetry> telemetry(AssessedHost host) {
    return switch (host.evidence()) {
      case HostEvidence.Absent _ -> List.of();
      case HostEvidence.Inventory inventory ->
          List.of(new Telemetry("Inventory", 1, inventory.size()));
      case HostEvidence.Benchmarks _, HostEvidence.Configuration _, HostEvidence.Behaviour _ ->
          List.of();
    };
  }
}
