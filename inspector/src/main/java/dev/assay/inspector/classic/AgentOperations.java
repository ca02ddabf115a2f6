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
    return PreviewAgentsResponse.builder()
        .agentPreviews(page.items().stream().map(AgentOperations::preview).toList())
        .nextToken(page.next().orElse(null))
        .build();
  }

  private static AgentPreview preview(AssessedHost host) {
    var agent = host.agent();
    return AgentPreview.builder()
        .hostname(host.details().hostName())
        .agentId(host.id())
        .autoScalingGroup(host.autoScalingGroup())
        .agentHealth(AgentHealth.of(RunAgent.health(host).health()))
        .agentVersion(agent == null ? null : agent.version())
        .operatingSystem(host.details().platform())
        .kernelVersion(agent == null ? null : agent.kernel())
        .ipv4Address(host.ipv4Addresses().stream().findFirst().orElse(null))
        .build();
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
    return ListAssessmentRunAgentsResponse.builder()
        .assessmentRunAgents(
            page.items().stream().map(agent -> wire(agent, input.assessmentRunArn())).toList())
        .nextToken(page.next().orElse(null))
        .build();
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
    return AssessmentRunAgent.builder()
        .agentId(agent.agentId())
        .assessmentRunArn(run)
        .agentHealth(AgentHealth.of(agent.health().health()))
        .agentHealthCode(AgentHealthCode.of(agent.health().name()))
        .agentHealthDetails(agent.details())
        .autoScalingGroup(agent.autoScalingGroup())
        .telemetryMetadata(agent.telemetry().stream().map(AgentOperations::wire).toList())
        .build();
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
    return TelemetryMetadata.builder()
        .messageType(telemetry.messageType())
        .count(telemetry.count())
        .dataSize(telemetry.bytes())
        .build();
  }
}
