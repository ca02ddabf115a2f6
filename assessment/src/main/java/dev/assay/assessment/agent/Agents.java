package dev.assay.assessment.agent;

import dev.assay.assessment.agent.AgentRefusal.Reason;
import dev.assay.assessment.identity.AccessKey;
import dev.assay.assessment.identity.AccessKeyId;
import dev.assay.assessment.identity.Identities;
import dev.assay.assessment.identity.IdentityName;
import dev.assay.assessment.identity.IdentityStore;
import dev.assay.assessment.identity.NewAccessKey;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Transactions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Agents that were let in: what they say, what they are told, and their own keys.
public final class Agents {
  /// After so long without a word a host counts as not looked at.
  private static final Duration SILENCE = Duration.ofHours(6);

  private static final Duration OVERLAP = Duration.ofDays(1);

  private final Transactions transactions;
  private final AgentStore store;
  private final CollectionWindows windows;
  private final BenchmarkDemand benchmarks;
  private final IdentityStore identityStore;
  private final Identities identities;
  private final InstantSource clock;

  public Agents(
      Transactions transactions,
      AgentStore store,
      CollectionWindows windows,
      BenchmarkDemand benchmarks,
      IdentityStore identityStore,
      Identities identities,
      InstantSource clock) {
    this.transactions = transactions;
    this.store = store;
    this.windows = windows;
    this.benchmarks = benchmarks;
    this.identityStore = identityStore;
    this.identities = identities;
    this.clock = clock;
  }

  /// Keeps what an agent says of itself.
  ///
  /// @return what it is to do
  /// @throws AgentRefusal where the caller is no agent that was let in
  public Orders heard(Tenant tenant, IdentityName caller, Heartbeat heartbeat) {
    return transactions.writeInTurn(
        writing -> {
          Agent agent = known(writing, tenant, caller);
          store.keep(writing, agent, heartbeat, heartbeat.at().plus(SILENCE));
          windows.heard(writing, agent.resource(), heartbeat.health(), heartbeat.details());
          return Orders.of(
              heartbeat.collectors(),
              windows.of(writing, agent.resource()),
              benchmarks.waiting(writing, agent.resource()));
        });
  }

  /// Refuses an agent that would speak for a host that is not its own. Callers that are no agents
  /// that were let in are none of this' business.
  ///
  /// @return whether the caller is the host's own agent
  /// @throws AgentRefusal where it is another's
  public boolean requireOwn(ResourceKey resource, IdentityName caller) {
    Optional<Agent> agent =
        transactions.read(
            reading -> store.ofIdentity(reading, resource.tenant().account(), caller));
    if (agent.isPresent() && !agent.get().resource().equals(resource)) {
      throw new AgentRefusal(
          Reason.NOT_ALLOWED,
          "the agent "
              + caller
              + " speaks for "
              + agent.get().resource().id()
              + " and for no other host");
    }
    return agent.isPresent();
  }

  /// Refuses an agent that would speak for more than a host.
  ///
  /// @throws AgentRefusal where it does
  public void requireNone(AccountId account, IdentityName caller) {
    transactions
        .read(reading -> store.ofIdentity(reading, account, caller))
        .ifPresent(
            agent -> {
              throw new AgentRefusal(
                  Reason.NOT_ALLOWED,
                  "the agent " + caller + " speaks for its host and for nothing else");
            });
  }

  /// Gives an agent a new key; the one that it used goes on for a day, in case the new one was lost
  /// on its way, and all others end.
  ///
  /// @throws AgentRefusal where the caller is no agent that was let in
  public NewAccessKey rotate(Tenant tenant, IdentityName caller, AccessKeyId used) {
    AccountId account = tenant.account();
    return transactions.write(
        writing -> {
          known(writing, tenant, caller);
          for (AccessKey key : identityStore.lockedKeys(writing, account, caller)) {
            if (!key.id().equals(used) && key.status(clock.instant()) == AccessKey.Status.ACTIVE) {
              identities.revoke(writing, account, key.id());
            }
          }
          return identities.rotate(writing, account, used, OVERLAP);
        });
  }

  /// A page of agents: see {@link AgentStore#list}.
  public List<Agent> list(Tenant tenant, Optional<IdentityName> after, int most) {
    return transactions.read(reading -> store.list(reading, tenant, after, most));
  }

  private Agent known(Reading reading, Tenant tenant, IdentityName caller) {
    return store
        .ofIdentity(reading, tenant.account(), caller)
        .filter(agent -> agent.resource().tenant().equals(tenant))
        .orElseThrow(
            () ->
                new AgentRefusal(Reason.NOT_ALLOWED, caller + " is no agent that was let in here"));
  }
}
