package dev.assay.store.reachability;

import dev.assay.assessment.reachability.ConfigurationStore;
import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.tenant.Region;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import dev.assay.store.Handles;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Files in `network_configuration`; how they were evaluated is in `network_snapshot`.
public final class PostgresConfigurationStore implements ConfigurationStore {

  @Override
  public void keep(Writing transaction, Tenant tenant, String network, Kept configuration) {
    Handles.of(transaction)
        .createUpdate(
            """
            insert into network_configuration (account, region, name, mark, files, handed_in_at)
            values (:account, :region, :network, :mark, :files, :at)
            on conflict (account, region, name) do update set
              mark = excluded.mark, files = excluded.files, handed_in_at = excluded.handed_in_at
            """)
        .bind("account", tenant.account().value())
        .bind("region", tenant.region().value())
        .bind("network", network)
        .bind("mark", configuration.mark())
        .bind("files", configuration.zip())
        .bind("at", configuration.handedInAt())
        .execute();
  }

  @Override
  public Optional<Kept> find(Reading transaction, Tenant tenant, String network) {
    return Handles.of(transaction)
        .createQuery(
            """
            select mark, files, handed_in_at from network_configuration
            where account = :account and region = :region and name = :network
            """)
        .bind("account", tenant.account().value())
        .bind("region", tenant.region().value())
        .bind("network", network)
        .map(
            (row, context) ->
                new Kept(
                    row.getString("mark"),
                    row.getBytes("files"),
                    row.getTimestamp("handed_in_at").toInstant()))
        .findOne();
  }

  @Override
  public void confirm(Writing transaction, Tenant tenant, String network, Instant now) {
    Handles.of(transaction)
        .createUpdate(
            """
            update network_configuration set handed_in_at = :now
            where account = :account and region = :region and name = :network
            """)
        .bind("account", tenant.account().value())
        .bind("region", tenant.region().value())
        .bind("network", network)
        .bind("now", now)
        .execute();
  }

  @Override
  public List<Due> due(Reading transaction, Evaluated by, int most) {
    return Handles.of(transaction)
        .createQuery(
            """
            select s.account, s.region, s.name
            from network_configuration c join network_snapshot s using (account, region, name)
            where case when s.mark is null then s.begun_at < :begunSince
              else s.mark <> c.mark || ' ' || :rules or s.ended_at < :endedSince end
            order by s.begun_at limit :most
            """)
        .bind("begunSince", by.begunSince())
        .bind("endedSince", by.endedSince())
        .bind("rules", by.rules())
        .bind("most", most)
        .map(
            (row, context) ->
                new Due(
                    new Tenant(
                        new AccountId(row.getString("account")),
                        new Region(row.getString("region"))),
                    row.getString("name")))
        .list();
  }

  @Override
  public int expire(Writing transaction, Instant handedInBefore) {
    return Handles.of(transaction)
        .execute("delete from network_configuration where handed_in_at < ?", handedInBefore);
  }
}
