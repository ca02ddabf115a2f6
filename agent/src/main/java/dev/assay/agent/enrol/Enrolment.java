package dev.assay.agent.enrol;

import dev.assay.agent.service.ServiceAddress;
import dev.assay.agent.service.ServiceClient;
import dev.assay.agent.service.ServiceTime;
import dev.assay.agent.state.AgentState;
import dev.assay.agent.state.MachineIdentity;
import dev.assay.agent.state.StateDirectory;
import dev.assay.awsapi.assay.EnrollAgentRequest;
import dev.assay.awsapi.assay.EnrollAgentResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Lets this agent in with a token, and keeps who it is from then on.
///
/// @param resourceId what the owner calls the host; null to leave that to the service
public record Enrolment(
    ServiceAddress server,
    EnrolmentToken token,
    MachineReader machine,
    String version,
    @Nullable String resourceId) {

  /// Asks to be let in.
  ///
  /// @param client that signs with the token
  public AgentState enrol(
      StateDirectory directory, MachineIdentity identity, ServiceClient client, ServiceTime time)
      throws IOException, InterruptedException {
    EnrollAgentResponse answer =
        client.call(
            "EnrollAgent",
            EnrollAgentRequest.builder()
                .enrollmentId(directory.enrollmentId())
                .machine(machine.machine(identity))
                .agentVersion(version)
                .resourceId(resourceId)
                .build(),
            EnrollAgentResponse.class);
    AgentState state =
        new AgentState(
            server.toString(),
            token.region(),
            token.fingerprint(),
            answer.agentId(),
            answer.resourceId(),
            identity,
            answer.accessKeyId(),
            answer.secretAccessKey(),
            time.instant());
    directory.write(state);
    return state;
  }
}
