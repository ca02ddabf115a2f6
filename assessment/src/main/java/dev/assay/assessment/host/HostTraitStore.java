package dev.assay.assessment.host;

import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import java.util.Optional;

/// Where it is kept which resource has which traits: a port of the service. A trait belongs to one
/// resource of a tenant at most, and a resource has one trait of each kind at most.
public interface HostTraitStore {

  /// Keeps all others from recognising hosts of this tenant until the transaction ends.
  void alone(Writing transaction, Tenant tenant);

  /// The resource that has a trait.
  Optional<ResourceKey> holder(Reading transaction, Tenant tenant, HostTrait trait);

  /// What is known of a resource; empty where nothing is.
  Optional<HostTraits> traits(Reading transaction, ResourceKey host);

  /// Gives a resource a trait, instead of the one of that kind that it had. Whoever had the trait
  /// before has it no more.
  void give(Writing transaction, ResourceKey host, HostTrait trait);
}
