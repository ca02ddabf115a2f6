package dev.assay.inspector.own;

import dev.assay.assessment.agent.AgentRefusal;
import dev.assay.assessment.agent.Agents;
import dev.assay.assessment.identity.IdentityException;
import dev.assay.assessment.identity.IdentityName;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.awsapi.assay.AccessDeniedException;
import dev.assay.awsapi.assay.ConflictException;
import dev.assay.awsapi.value.Caller;
import java.util.function.Supplier;

/// Refusals of agents as the model has them.
final class Refusals {
  private Refusals() {}

  /// Refuses an agent that would speak for a host that is not its own.
  ///
  /// @return whether it is the host's own agent; false where it is none
  static boolean requireOwn(Agents agents, ResourceKey host, Caller caller) {
    return translated(() -> agents.requireOwn(host, name(caller)));
  }

  /// Refuses an agent that would speak for more than its host.
  static void requireNoAgent(Agents agents, Tenant tenant, Caller caller) {
    translated(
        () -> {
          agents.requireNone(tenant.account(), name(caller));
          return tenant;
        });
  }

  static IdentityName name(Caller caller) {
    return new IdentityName(caller.identity());
  }

  static <T> T translated(Supplier<T> call) {
    try {
      return call.get();
    } catch (AgentRefusal refused) {
      String message = String.valueOf(refused.getMessage());
      throw switch (refused.reason()) {
        case NOT_ALLOWED -> new AccessDeniedException(message);
        case CONFLICT -> new ConflictException(message);
      };
    } catch (IdentityException refused) {
      throw new ConflictException(String.valueOf(refused.getMessage()));
    }
  }
}
