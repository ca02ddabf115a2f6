package dev.assay.assessment.classic.host;

import dev.assay.assessment.agent.AgentStore;
import dev.assay.assessment.agent.HealthCode;
import dev.assay.assessment.agent.Heartbeat;
import dev.assay.assessment.identity.AccessKey;
import dev.assay.assessment.identity.IdentityStore;
import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.transaction.Reading;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The agents that were let in, as Classic sees them. One whose key was revoked is none: nothing
/// that it says is listened to. Of one that is silent nothing is known.
public final class EnrolledAgents implements AgentLookup {
  /// Five times as long as an agent is silent between two words.
  private static final Duration SILENCE = Duration.ofMinutes(5);

  private static final int MOST_KEYS = 1000;

  private final AgentStore agents;
  private final IdentityStore identities;
  private final InstantSource clock;

  public EnrolledAgents(AgentStore agents, IdentityStore identities, InstantSource clock) {
    this.agents = agents;
    this.identities = identities;
    this.clock = clock;
  }

  @Override
  public @Nullable Agent of(Reading transaction, Resource host) {
    return agents
        .ofResource(transaction, host.key())
        .filter(agent -> hasKey(transaction, agent))
        .map(this::seen)
        .orElse(null);
  }

  private boolean hasKey(Reading transaction, dev.assay.assessment.agent.Agent agent) {
    Instant now = clock.instant();
    return identities
        .keys(
            transaction,
            agent.resource().tenant().account(),
            Optional.of(agent.name()),
            Optional.empty(),
            MOST_KEYS)
        .stream()
        .anyMatch(key -> key.status(now) == AccessKey.Status.ACTIVE);
  }

  private Agent seen(dev.assay.assessment.agent.Agent agent) {
    Heartbeat last = agent.last();
    if (last == null) {
      return new Agent(
          agent.version(), AgentHealth.UNKNOWN, agent.machine().kernel(), "", agent.enrolledAt());
    }
    return new Agent(last.version(), health(last), last.kernel(), last.details(), last.at());
  }

  private AgentHealth health(Heartbeat last) {
    boolean silent = last.at().plus(SILENCE).isBefore(clock.instant());
    return silent && last.health() != HealthCode.SHUTDOWN
        ? AgentHealth.UNKNOWN
        : switch (last.health()) {
          case IDLE -> AgentHealth.IDLE;
          case RUNNING -> AgentHealth.RUNNING;
          case SHUTDOWN -> AgentHealth.SHUTDOWN;
          case UNHEALTHY -> AgentHealth.UNHEALTHY;
          case THROTTLED -> AgentHealth.THROTTLED;
        };
  }
}
