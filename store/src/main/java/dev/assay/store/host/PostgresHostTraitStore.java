package dev.assay.store.host;

import dev.assay.assessment.host.HostTrait;
import dev.assay.assessment.host.HostTrait.Kind;
import dev.assay.assessment.host.HostTraitStore;
import dev.assay.assessment.host.HostTraits;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.resource.ResourceType;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import dev.assay.store.Handles;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Traits of hosts in the table of that name.
public final class PostgresHostTraitStore implements HostTraitStore {

  @Override
  public void alone(Writing transaction, Tenant tenant) {
    Handles.of(transaction)
        .execute(
            "select pg_advisory_xact_lock(hashtextextended(?, 0))",
            "host_trait " + tenant.account().value() + " " + tenant.region().value());
  }

  @Override
  public Optional<ResourceKey> holder(Reading transaction, Tenant tenant, HostTrait trait) {
    return Handles.of(transaction)
        .createQuery(
            """
            select resource_id from host_trait
            where account = :account and region = :region and kind = :kind and value = :value
            """)
        .bindMap(owner(tenant))
        .bind("kind", trait.kind().name())
        .bind("value", trait.value())
        .mapTo(String.class)
        .findOne()
        .map(id -> new ResourceKey(tenant, ResourceType.HOST, id));
  }

  @Override
  public Optional<HostTraits> traits(Reading transaction, ResourceKey host) {
    Map<Kind, String> known = new EnumMap<>(Kind.class);
    Handles.of(transaction)
        .createQuery(
            """
            select kind, value from host_trait
            where account = :account and region = :region and resource_id = :id
            """)
        .bindMap(owner(host.tenant()))
        .bind("id", host.id())
        .map((row, context) -> Map.entry(Kind.valueOf(row.getString(1)), row.getString(2)))
        .forEach(trait -> known.put(trait.getKey(), trait.getValue()));
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new HostTraits(
                known.get(Kind.MACHINE_ID),
                known.get(Kind.INSTANCE_ID),
                known.get(Kind.HOST_NAME)));
  }

  @Override
  public void give(Writing transaction, ResourceKey host, HostTrait trait) {
    Map<String, String> owner = owner(host.tenant());
    Handles.of(transaction)
        .createUpdate(
            """
            delete from host_trait
            where account = :account and region = :region and resource_id = :id and kind = :kind
              and value <> :value
            """)
        .bindMap(owner)
        .bind("id", host.id())
        .bind("kind", trait.kind().name())
        .bind("value", trait.value())
        .execute();
    Handles.of(transaction)
        .createUpdate(
            """
            insert into host_trait as known (account, region, kind, value, resource_id)
            values (:account, :region, :kind, :value, :id)
            on conflict (account, region, kind, value) do update
              set resource_id = excluded.resource_id
              where known.resource_id <> excluded.resource_id
            """)
        .bindMap(owner)
        .bind("id", host.id())
        .bind("kind", trait.kind().name())
        .bind("value", trait.value())
        .execute();
  }

  private static Map<String, String> owner(Tenant tenant) {
    return Map.of("account", tenant.account().value(), "region", tenant.region().value());
  }
}
