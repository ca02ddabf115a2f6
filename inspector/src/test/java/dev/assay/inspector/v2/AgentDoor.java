package dev.assay.inspector.v2;

import dev.assay.assessment.agent.Agents;
import dev.assay.assessment.host.HostRecognition;
import dev.assay.assessment.identity.Identities;
import dev.assay.assessment.provenance.Provenances;
import dev.assay.assessment.signal.Signals;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.inspector.own.Arrivals;
import dev.assay.inspector.own.SubmittedHosts;
import dev.assay.store.agent.PostgresAgentStore;
import dev.assay.store.classic.PostgresCollectionWindows;
import dev.assay.store.host.PostgresHostTraitStore;
import dev.assay.store.identity.MasterKey;
import dev.assay.store.identity.PostgresIdentityStore;
import dev.assay.store.provenance.PostgresProvenanceStore;
import java.security.SecureRandom;
import java.time.InstantSource;

/// What the doors for evidence need to know of agents.
final class AgentDoor {
  private AgentDoor() {}

  static Agents agents(Transactions transactions, Signals signals, InstantSource clock) {
    var identities = new PostgresIdentityStore(MasterKey.parse(MasterKey.generate()), signals);
    return new Agents(
        transactions,
        new PostgresAgentStore(),
        new PostgresCollectionWindows(),
        (reading, host) -> 0,
        identities,
        new Identities(identities, clock, new SecureRandom()),
        clock);
  }

  static Arrivals arrivals(Transactions transactions, InstantSource clock) {
    return new Arrivals(
        transactions,
        new Provenances(transactions, new PostgresProvenanceStore(), clock),
        new PostgresCollectionWindows());
  }

  static SubmittedHosts hosts(Transactions transactions, Signals signals, InstantSource clock) {
    return new SubmittedHosts(
        transactions,
        new HostRecognition(new PostgresHostTraitStore()),
        agents(transactions, signals, clock));
  }
}
