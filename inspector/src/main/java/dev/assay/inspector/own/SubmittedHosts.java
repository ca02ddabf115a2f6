package dev.assay.inspector.own;

import dev.assay.assessment.agent.Agents;
import dev.assay.assessment.host.HostRecognition;
import dev.assay.assessment.host.HostTraits;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.resource.ResourceType;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.awsapi.assay.EvidenceResource;
import dev.assay.awsapi.assay.MachineTraits;
import dev.assay.awsapi.value.Caller;
import dev.assay.inspector.Tenants;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which host evidence is of: the one that was named, else the one whose traits were told.
///
/// An agent names its host, and its traits count for nothing here: they were noted when it was let
/// in, and an agent that was taken over must not draw other hosts' evidence to its own.
public final class SubmittedHosts {
  private final Transactions transactions;
  private final HostRecognition recognition;
  private final Agents agents;

  public SubmittedHosts(Transactions transactions, HostRecognition recognition, Agents agents) {
    this.transactions = transactions;
    this.recognition = recognition;
    this.agents = agents;
  }

  /// The host, and whether it is its agent that speaks.
  record Submitted(ResourceKey host, boolean byItsAgent) {}

  Submitted of(Caller caller, EvidenceResource resource) {
    Tenant tenant = Tenants.of(caller);
    Optional<HostTraits> traits = traits(resource.machine());
    String id = resource.id();
    if (id == null) {
      Refusals.requireNoAgent(agents, tenant, caller);
      HostTraits told =
          traits.orElseThrow(
              () -> Problems.invalid("resource", "an id, or what tells the machine, is missing"));
      return new Submitted(recognised(tenant, told), false);
    }
    ResourceKey named = new ResourceKey(tenant, ResourceType.HOST, id);
    boolean byItsAgent = Refusals.requireOwn(agents, named, caller);
    if (traits.isPresent() && !byItsAgent) {
      transactions.change(writing -> recognition.name(writing, named, traits.get()));
    }
    return new Submitted(named, byItsAgent);
  }

  private ResourceKey recognised(Tenant tenant, HostTraits traits) {
    return transactions.write(writing -> recognition.recognise(writing, tenant, traits));
  }

  private static Optional<HostTraits> traits(@Nullable MachineTraits told) {
    if (told == null
        || (told.machineId() == null && told.instanceId() == null && told.hostName() == null)) {
      return Optional.empty();
    }
    return Optional.of(new HostTraits(told.machineId(), told.instanceId(), told.hostName()));
  }
}
