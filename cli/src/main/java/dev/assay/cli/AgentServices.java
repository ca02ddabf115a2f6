package dev.assay.cli;

import dev.assay.assessment.agent.AgentStore;
import dev.assay.assessment.agent.Agents;
import dev.assay.assessment.agent.BenchmarkDemand;
import dev.assay.assessment.agent.CollectionWindows;
import dev.assay.assessment.agent.EnrollmentTokens;
import dev.assay.assessment.agent.Enrollments;
import dev.assay.assessment.classic.host.AgentLookup;
import dev.assay.assessment.classic.host.EnrolledAgents;
import dev.assay.assessment.host.HostRecognition;
import dev.assay.assessment.provenance.Provenances;
import dev.assay.inspector.own.AgentsApi;
import dev.assay.inspector.own.Arrivals;
import dev.assay.inspector.own.SubmittedHosts;
import dev.assay.server.Ground;
import dev.assay.store.agent.PostgresAgentStore;
import dev.assay.store.classic.PostgresCollectionWindows;
import dev.assay.store.host.PostgresHostTraitStore;
import dev.assay.store.provenance.PostgresProvenanceStore;

/// What is there for agents, put together.
final class AgentServices {
  private final Ground ground;
  private final AgentStore store = new PostgresAgentStore();
  private final CollectionWindows windows = new PostgresCollectionWindows();
  private final Agents agents;
  private final HostRecognition recognition = new HostRecognition(new PostgresHostTraitStore());

  /// @param benchmarks tells which scans wait for a host
  AgentServices(Ground ground, BenchmarkDemand benchmarks) {
    this.ground = ground;
    this.agents =
        new Agents(
            ground.transactions(),
            store,
            windows,
            benchmarks,
            ground.identityStore(),
            ground.identities(),
            ground.clock());
  }

  Agents agents() {
    return agents;
  }

  /// Which agent is on a host.
  AgentLookup lookup() {
    return new EnrolledAgents(store, ground.identityStore(), ground.clock());
  }

  /// Which host evidence is of.
  SubmittedHosts hosts() {
    return new SubmittedHosts(ground.transactions(), recognition, agents);
  }

  /// What notes by which ways evidence came.
  Arrivals arrivals() {
    return new Arrivals(
        ground.transactions(),
        new Provenances(ground.transactions(), new PostgresProvenanceStore(), ground.clock()),
        windows);
  }

  AgentsApi api() {
    return new AgentsApi(
        new EnrollmentTokens(ground.transactions(), store, ground.identities(), ground.clock()),
        new Enrollments(
            ground.transactions(),
            store,
            ground.identityStore(),
            ground.identities(),
            recognition,
            ground.clock()),
        agents,
        ground.clock());
  }
}
