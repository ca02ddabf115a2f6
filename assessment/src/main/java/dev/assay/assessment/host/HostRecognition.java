package dev.assay.assessment.host;

import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.resource.ResourceType;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import java.util.Optional;

/// Recognises machines: one that is reached in several ways stays one resource.
///
/// The most telling trait that a resource has decides: machine id, then instance id, then host
/// name. A machine that is not known gets its usual name, or one beside it where another machine
/// has that. A name that a person chose always holds, and takes the traits with it: later evidence
/// of the same machine goes there without being told.
public final class HostRecognition {
  private final HostTraitStore store;

  public HostRecognition(HostTraitStore store) {
    this.store = store;
  }

  /// The resource that a machine is. It has the machine's traits from now on, but for those that
  /// another resource has.
  public ResourceKey recognise(Writing writing, Tenant tenant, HostTraits traits) {
    store.alone(writing, tenant);
    ResourceKey host =
        known(writing, tenant, traits).orElseGet(() -> unknown(writing, tenant, traits));
    traits.all().stream()
        .filter(trait -> store.holder(writing, tenant, trait).isEmpty())
        .forEach(trait -> store.give(writing, host, trait));
    return host;
  }

  /// Makes a machine the resource that a person named.
  public void name(Writing writing, ResourceKey host, HostTraits traits) {
    store.alone(writing, host.tenant());
    traits.all().forEach(trait -> store.give(writing, host, trait));
  }

  private Optional<ResourceKey> known(Reading reading, Tenant tenant, HostTraits traits) {
    for (HostTrait trait : traits.all()) {
      Optional<ResourceKey> holder =
          store
              .holder(reading, tenant, trait)
              .filter(host -> !isAnother(reading, host, traits, trait.kind()));
      if (holder.isPresent()) {
        return holder;
      }
    }
    return Optional.empty();
  }

  private boolean isAnother(
      Reading reading, ResourceKey host, HostTraits traits, HostTrait.Kind shared) {
    return store.traits(reading, host).filter(of -> traits.contradict(of, shared)).isPresent();
  }

  /// A resource of which no trait is known is taken for the machine of its name: that is how
  /// evidence came in before traits were told.
  private ResourceKey unknown(Reading reading, Tenant tenant, HostTraits traits) {
    return traits
        .names()
        .map(name -> new ResourceKey(tenant, ResourceType.HOST, name))
        .filter(host -> store.traits(reading, host).isEmpty())
        .findFirst()
        .orElseThrow();
  }
}
