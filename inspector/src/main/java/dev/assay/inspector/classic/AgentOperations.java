package dev.assay.inspector.classic;

import dev.assay.assessment.classic.host.AssessedHost;
import dev.assay.assessment.classic.run.RunAgent;
import dev.assay.assessment.classic.run.RunQueries;
import dev.assay.assessment.query.Page;
import dev.assay.awsapi.inspector.AgentFilter;
import dev.assay.awsapi.inspector.AgentHealth;
import dev.assay.awsapi.inspector.AgentHealthCode;
import dev.assay.awsapi.inspector.AgentPreview;
import dev.assay.awsapi.inspector.AgentsOperations;
import dev.assay.awsapi.inspector.AssessmentRunAgent;
import dev.assay.awsapi.inspector.GetTelemetryMetadataRequest;
import dev.assay.awsapi.inspector.GetTelemetryMetadataResponse;
import dev.assay.awsapi.inspector.ListAssessmentRunAgentsRequest;
import dev.assay.awsapi.inspector.ListAssessmentRunAgentsResponse;
import dev.assay.awsapi.inspector.PreviewAgentsRequest;
import dev.assay.awsapi.inspector.PreviewAgentsResponse;
import dev.assay.awsapi.inspector.TelemetryMetadata;
import dev.assay.awsapi.value.Caller;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The hosts of targets and of runs, which Classic calls agents.
final class AgentOperations implements AgentsOperations {
  private final RunQueries queries;

  AgentOperations(RunQueries queries) {
    this.queries = queries;
  }

  @Override
  public PreviewAgentsResponse previewAgents(Caller caller, PreviewAgentsRequest input) {
    Page<AssessedHost> page =
        Refusals.translated(
            () ->
                queries.preview(
                    Wire.tenant(caller),
                    input.previewAgentsArn(),
                    input.maxResults(),
                    input.nextToken()));
    return new PreviewAgentsResponse(
        page.items().stream().map(AgentOperations::preview).toList(), page.next().orElse(null));
  }

  private static AgentPreview preview(AssessedHost host) {
    var agent = host.agent();
    return new AgentPreview(
        host.details().hostName(),
        host.id(),
        host.autoScalingGroup(),
        AgentHealth.of(RunAgent.health(host).health()),
        agent == null ? null : agent.version(),
        host.details().platform(),
        agent == null ? null : agent.kernel(),
        host.ipv4Addresses().stream().findFirst().orElse(null));
  }

  @Override
  public ListAssessmentRunAgentsResponse listAssessmentRunAgents(
      Caller caller, ListAssessmentRunAgentsRequest input) {
    Page<RunAgent> page =
        Refusals.translated(
            () ->
                queries.agents(
                    Wire.tenant(caller),
                    input.assessmentRunArn(),
                    healths(input.filter()),
                    input.maxResults(),
                    input.nextToken()));
    return new ListAssessmentRunAgentsResponse(
        page.items().stream().map(agent -> wire(agent, input.assessmentRunArn())).toList(),
        page.next().orElse(null));
  }

  /// The healths that both parts of the filter allow; a part without values allows all.
  private static Set<dev.assay.assessment.classic.host.AgentHealth> healths(
      @Nullable AgentFilter filter) {
    Set<dev.assay.assessment.classic.host.AgentHealth> allowed =
        EnumSet.allOf(dev.assay.assessment.classic.host.AgentHealth.class);
    if (filter != null) {
      List<String> healths = filter.agentHealths().stream().map(AgentHealth::value).toList();
      List<String> codes = filter.agentHealthCodes().stream().map(AgentHealthCode::value).toList();
      allowed.removeIf(
          one ->
              !(healths.isEmpty() || healths.contains(one.health()))
                  || !(codes.isEmpty() || codes.contains(one.name())));
    }
    return allowed;
  }

  private static AssessmentRunAgent wire(RunAgent agent, String run) {
    return new AssessmentRunAgent(
        agent.agentId(),
        run,
        AgentHealth.of(agent.health().health()),
        AgentHealthCode.of(agent.health().name()),
        agent.details(),
        agent.autoScalingGroup(),
        agent.telemetry().stream().map(AgentOperations::wire).toList());
  }

  @Override
  public GetTelemetryMetadataResponse getTelemetryMetadata(
      Caller caller, GetTelemetryMetadataRequest input) {
    return Refusals.translated(
        () ->
            new GetTelemetryMetadataResponse(
                queries.telemetry(Wire.tenant(caller), input.assessmentRunArn()).stream()
                    .map(AgentOperations::wire)
                    .toList()));
  }

  private static TelemetryMetadata wire(RunAgent.Telemetry telemetry) {
    return new TelemetryMetadata(telemetry.messageType(), telemetry.count(), telemetry.bytes());
  }
}
