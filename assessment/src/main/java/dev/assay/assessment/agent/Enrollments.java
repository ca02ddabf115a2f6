package dev.assay.assessment.agent;

import dev.assay.assessment.agent.AgentRefusal.Reason;
import dev.assay.assessment.host.HostRecognition;
import dev.assay.assessment.identity.AccessKey;
import dev.assay.assessment.identity.AccessKeyId;
import dev.assay.assessment.identity.Identities;
import dev.assay.assessment.identity.IdentityName;
import dev.assay.assessment.identity.IdentityStore;
import dev.assay.assessment.identity.NewAccessKey;
import dev.assay.assessment.identity.Role;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.resource.ResourceType;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.assessment.transaction.Writing;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Lets agents in: takes a use of the token, binds an agent to its resource and gives it a key, all
/// in one transaction.
///
/// An agent whose answer was lost on its way may repeat the attempt, until it has been heard of
/// with its new key: the key that nobody received is revoked then. An agent in use is never put
/// out by another that claims its machine or its name: a person has to revoke its key first.
public final class Enrollments {
  private final Transactions transactions;
  private final AgentStore store;
  private final IdentityStore identityStore;
  private final Identities identities;
  private final HostRecognition recognition;
  private final InstantSource clock;

  public Enrollments(
      Transactions transactions,
      AgentStore store,
      IdentityStore identityStore,
      Identities identities,
      HostRecognition recognition,
      InstantSource clock) {
    this.transactions = transactions;
    this.store = store;
    this.identityStore = identityStore;
    this.identities = identities;
    this.recognition = recognition;
    this.clock = clock;
  }

  /// An agent that was let in, with its first key.
  public record Enrolled(Agent agent, NewAccessKey key) {}

  /// Lets an agent in. A whole fleet may come with one token at once: they enter one by one.
  ///
  /// @param key what the request was signed with
  /// @throws AgentRefusal where that is no token for this, or something is in the way
  public Enrolled enroll(Tenant tenant, AccessKeyId key, Enrollment enrollment) {
    return transactions.writeInTurn(
        writing -> {
          EnrollmentToken token =
              store
                  .lockedToken(writing, tenant.account(), key)
                  .filter(known -> known.tenant().equals(tenant))
                  .orElseThrow(
                      () -> refusal(Reason.NOT_ALLOWED, key + " is no enrolment token for here"));
          Optional<Agent> repeated = store.ofEnrollment(writing, key, enrollment.id());
          return repeated.isPresent()
              ? again(writing, repeated.get())
              : first(writing, token, enrollment);
        });
  }

  private Enrolled again(Writing writing, Agent agent) {
    if (agent.last() != null) {
      throw refusal(Reason.CONFLICT, "the agent " + agent.name() + " has its key already");
    }
    for (AccessKey lost : keys(writing, agent)) {
      identities.revoke(writing, agent.resource().tenant().account(), lost.id());
    }
    return withKey(writing, agent);
  }

  private Enrolled first(Writing writing, EnrollmentToken token, Enrollment enrollment) {
    if (!store.use(writing, token.key().id())) {
      throw refusal(
          Reason.CONFLICT,
          "the enrolment token "
              + token.key().id()
              + " has let in as many agents as it may: "
              + token.uses());
    }
    ResourceKey resource = place(writing, token.tenant(), enrollment);
    recognition.name(
        writing,
        resource,
        enrollment.resourceId() != null
            ? enrollment.machine().traits()
            : enrollment.machine().id());
    Agent agent =
        new Agent(
            new IdentityName("agent-" + UUID.randomUUID()),
            resource,
            enrollment.machine(),
            token.key().id(),
            enrollment.id(),
            enrollment.version(),
            clock.instant(),
            null);
    Enrolled enrolled = withKey(writing, agent);
    if (!store.add(writing, agent)) {
      throw refusal(Reason.CONFLICT, "another agent of this host was let in just now");
    }
    return enrolled;
  }

  private Enrolled withKey(Writing writing, Agent agent) {
    return new Enrolled(
        agent,
        identities.createKey(
            writing,
            agent.resource().tenant().account(),
            agent.name(),
            Role.AGENT,
            agent.resource().id(),
            Optional.empty()));
  }

  /// The resource that the agent is bound to. A machine that was known keeps its resource.
  private ResourceKey place(Writing writing, Tenant tenant, Enrollment enrollment) {
    Machine machine = enrollment.machine();
    Optional<Agent> before = store.ofMachine(writing, tenant, machine.machineId());
    before.ifPresent(agent -> replace(writing, agent));
    if (enrollment.resourceId() == null && before.isPresent()) {
      return before.get().resource();
    }
    String name = enrollment.resourceId();
    boolean chosen = name != null;
    ResourceKey wanted =
        name != null
            ? host(tenant, name)
            : recognition.recognise(writing, tenant, machine.traits());
    Optional<Agent> holder = store.ofResource(writing, wanted);
    if (holder.isEmpty()) {
      return wanted;
    }
    if (!chosen && isInUse(writing, holder.get())) {
      ResourceKey beside = host(tenant, machine.nameBeside(wanted.id()));
      store.ofResource(writing, beside).ifPresent(agent -> replace(writing, agent));
      return beside;
    }
    replace(writing, holder.get());
    return wanted;
  }

  private void replace(Writing writing, Agent agent) {
    if (isInUse(writing, agent)) {
      throw refusal(
          Reason.CONFLICT,
          "the host "
              + agent.resource().id()
              + " has the agent "
              + agent.name()
              + ", whose access key is active; it has to be revoked first");
    }
    store.remove(writing, agent);
  }

  private boolean isInUse(Writing writing, Agent agent) {
    return keys(writing, agent).stream()
        .anyMatch(key -> key.status(clock.instant()) == AccessKey.Status.ACTIVE);
  }

  private List<AccessKey> keys(Writing writing, Agent agent) {
    return identityStore.lockedKeys(writing, agent.resource().tenant().account(), agent.name());
  }

  private static ResourceKey host(Tenant tenant, String id) {
    return new ResourceKey(tenant, ResourceType.HOST, id);
  }

  private static AgentRefusal refusal(Reason reason, String message) {
    return new AgentRefusal(reason, message);
  }
}
