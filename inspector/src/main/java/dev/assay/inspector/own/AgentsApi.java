package dev.assay.inspector.own;

import dev.assay.assessment.agent.Agents;
import dev.assay.assessment.agent.EnrollmentTokens;
import dev.assay.assessment.agent.Enrollments;
import dev.assay.assessment.agent.Enrollments.Enrolled;
import dev.assay.assessment.agent.Orders;
import dev.assay.assessment.identity.AccessKeyId;
import dev.assay.assessment.identity.IdentityName;
import dev.assay.assessment.identity.NewAccessKey;
import dev.assay.awsapi.assay.Agent;
import dev.assay.awsapi.assay.AgentsOperations;
import dev.assay.awsapi.assay.CreateEnrollmentTokenRequest;
import dev.assay.awsapi.assay.CreateEnrollmentTokenResponse;
import dev.assay.awsapi.assay.EnrollAgentRequest;
import dev.assay.awsapi.assay.EnrollAgentResponse;
import dev.assay.awsapi.assay.EnrollmentToken;
import dev.assay.awsapi.assay.EnrollmentTokenStatus;
import dev.assay.awsapi.assay.ListAgentsRequest;
import dev.assay.awsapi.assay.ListAgentsResponse;
import dev.assay.awsapi.assay.ListEnrollmentTokensRequest;
import dev.assay.awsapi.assay.ListEnrollmentTokensResponse;
import dev.assay.awsapi.assay.RotateAgentKeyRequest;
import dev.assay.awsapi.assay.RotateAgentKeyResponse;
import dev.assay.awsapi.assay.SendHeartbeatRequest;
import dev.assay.awsapi.assay.SendHeartbeatResponse;
import dev.assay.awsapi.value.Caller;
import dev.assay.inspector.ListTokens;
import dev.assay.inspector.Tenants;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The door for agents, and for who lets them in.
public final class AgentsApi implements AgentsOperations {
  private static final int PAGE = 100;
  private static final Duration USUAL_LIFE = Duration.ofHours(1);

  private final EnrollmentTokens tokens;
  private final Enrollments enrollments;
  private final Agents agents;
  private final InstantSource clock;

  public AgentsApi(
      EnrollmentTokens tokens, Enrollments enrollments, Agents agents, InstantSource clock) {
    this.tokens = tokens;
    this.enrollments = enrollments;
    this.agents = agents;
    this.clock = clock;
  }

  @Override
  public CreateEnrollmentTokenResponse createEnrollmentToken(
      Caller caller, CreateEnrollmentTokenRequest input) {
    int uses = Optional.ofNullable(input.uses()).orElse(1);
    NewAccessKey made =
        tokens.create(
            Tenants.of(caller),
            uses,
            Optional.ofNullable(input.expiresInSeconds())
                .map(Duration::ofSeconds)
                .orElse(USUAL_LIFE),
            Optional.ofNullable(input.description()).orElse(""));
    return new CreateEnrollmentTokenResponse(
        shown(
            new dev.assay.assessment.agent.EnrollmentToken(
                made.key(), Tenants.of(caller), uses, 0)),
        made.secret().reveal());
  }

  @Override
  public ListEnrollmentTokensResponse listEnrollmentTokens(
      Caller caller, ListEnrollmentTokensRequest input) {
    int size = Optional.ofNullable(input.maxResults()).orElse(PAGE);
    ListTokens places = Problems.tokens(caller, "ListEnrollmentTokens");
    List<dev.assay.assessment.agent.EnrollmentToken> found =
        tokens.list(
            Tenants.of(caller), places.position(input.nextToken()).map(AccessKeyId::new), size + 1);
    var page = found.subList(0, Math.min(size, found.size()));
    return ListEnrollmentTokensResponse.builder()
        .tokens(page.stream().map(this::shown).toList())
        .nextToken(
            places.token(
                found.size() > size
                    ? Optional.of(page.getLast().key().id().value())
                    : Optional.empty()))
        .build();
  }

  @Override
  public EnrollAgentResponse enrollAgent(Caller caller, EnrollAgentRequest input) {
    Enrolled enrolled =
        Refusals.translated(
            () ->
                enrollments.enroll(
                    Tenants.of(caller),
                    new AccessKeyId(caller.accessKeyId()),
                    AgentMapping.enrollment(input)));
    return new EnrollAgentResponse(
        enrolled.agent().name().value(),
        enrolled.agent().resource().id(),
        enrolled.key().key().id().value(),
        enrolled.key().secret().reveal());
  }

  @Override
  public SendHeartbeatResponse sendHeartbeat(Caller caller, SendHeartbeatRequest input) {
    Orders orders =
        Refusals.translated(
            () ->
                agents.heard(
                    Tenants.of(caller),
                    new IdentityName(caller.identity()),
                    AgentMapping.heartbeat(input, clock.instant())));
    return AgentMapping.orders(orders);
  }

  @Override
  public RotateAgentKeyResponse rotateAgentKey(Caller caller, RotateAgentKeyRequest input) {
    NewAccessKey made =
        Refusals.translated(
            () ->
                agents.rotate(
                    Tenants.of(caller),
                    new IdentityName(caller.identity()),
                    new AccessKeyId(caller.accessKeyId())));
    return new RotateAgentKeyResponse(made.key().id().value(), made.secret().reveal());
  }

  @Override
  public ListAgentsResponse listAgents(Caller caller, ListAgentsRequest input) {
    int size = Optional.ofNullable(input.maxResults()).orElse(PAGE);
    ListTokens places = Problems.tokens(caller, "ListAgents");
    List<dev.assay.assessment.agent.Agent> found =
        agents.list(
            Tenants.of(caller),
            places.position(input.nextToken()).map(IdentityName::new),
            size + 1);
    List<Agent> page = found.stream().limit(size).map(AgentMapping::shown).toList();
    return ListAgentsResponse.builder()
        .agents(page)
        .nextToken(
            places.token(
                found.size() > size ? Optional.of(page.getLast().agentId()) : Optional.empty()))
        .build();
  }

  private EnrollmentToken shown(dev.assay.assessment.agent.EnrollmentToken token) {
    var key = token.key();
    return EnrollmentToken.builder()
        .accessKeyId(key.id().value())
        .status(EnrollmentTokenStatus.of(token.status(clock.instant()).name()))
        .region(token.tenant().region().value())
        .description(key.description().isEmpty() ? null : key.description())
        .uses(token.uses())
        .used(token.used())
        .createdAt(key.createdAt())
        .expiresAt(key.expiresAt().orElse(null))
        .revokedAt(key.revokedAt().orElse(null))
        .build();
  }
}
