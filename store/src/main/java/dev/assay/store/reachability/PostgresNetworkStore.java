package dev.assay.store.reachability;

import dev.assay.assessment.reachability.NetworkReport;
import dev.assay.assessment.reachability.NetworkStore;
import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.resource.ResourceType;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import dev.assay.store.Documents;
import dev.assay.store.Handles;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Turns in `network_snapshot`, what they say in `network_report`.
public final class PostgresNetworkStore implements NetworkStore {

  @Override
  public Optional<String> mark(Reading transaction, Tenant tenant, String network) {
    return Handles.of(transaction)
        .createQuery(
            """
            select mark from network_snapshot
            where account = :account and region = :region and name = :network
              and mark is not null
            """)
        .bind("account", tenant.account().value())
        .bind("region", tenant.region().value())
        .bind("network", network)
        .mapTo(String.class)
        .findOne();
  }

  /// What was taken in before is no longer whole from now on.
  @Override
  public long begin(Writing transaction, Tenant tenant, String network, Instant now) {
    return Handles.of(transaction)
        .createQuery(
            """
            insert into network_snapshot (account, region, name, turn, begun_at)
            values (:account, :region, :network, 1, :now)
            on conflict (account, region, name) do update set
              turn = network_snapshot.turn + 1, mark = null, begun_at = excluded.begun_at
            returning turn
            """)
        .bind("account", tenant.account().value())
        .bind("region", tenant.region().value())
        .bind("network", network)
        .bind("now", now)
        .mapTo(Long.class)
        .one();
  }

  @Override
  public boolean isNewest(Writing transaction, Tenant tenant, String network, long turn) {
    return Handles.of(transaction)
        .createQuery(
            """
            select turn = :turn from network_snapshot
            where account = :account and region = :region and name = :network for update
            """)
        .bind("account", tenant.account().value())
        .bind("region", tenant.region().value())
        .bind("network", network)
        .bind("turn", turn)
        .mapTo(Boolean.class)
        .one();
  }

  @Override
  public void keep(Writing transaction, Resource host, long turn, NetworkReport report) {
    Handles.of(transaction)
        .createUpdate(
            """
            insert into network_report
              (resource, account, region, network, turn, document, as_of, folder, told)
            values
              (:resource, :account, :region, :network, :turn, :document, :asOf, :folder, :told)
            on conflict (resource) do update set
              network = excluded.network, turn = excluded.turn, document = excluded.document,
              as_of = excluded.as_of, folder = excluded.folder, told = excluded.told
            """)
        .bind("resource", host.number())
        .bind("account", host.key().tenant().account().value())
        .bind("region", host.key().tenant().region().value())
        .bind("network", report.network())
        .bind("turn", turn)
        .bind("document", Documents.text(report))
        .bind("asOf", report.asOf())
        .bind("folder", report.folder())
        .bind("told", report.told())
        .execute();
  }

  @Override
  public List<ResourceKey> passedOver(
      Reading transaction, Tenant tenant, String network, long turn, int most) {
    return Handles.of(transaction)
        .createQuery(
            """
            select r.type, r.id from network_report n join resource r on r.number = n.resource
            where n.account = :account and n.region = :region and n.network = :network
              and n.turn < :turn
            order by r.id, r.type limit :most
            """)
        .bind("account", tenant.account().value())
        .bind("region", tenant.region().value())
        .bind("network", network)
        .bind("turn", turn)
        .bind("most", most)
        .map(
            (row, context) ->
                new ResourceKey(
                    tenant, ResourceType.valueOf(row.getString("type")), row.getString("id")))
        .list();
  }

  @Override
  public void forget(Writing transaction, Resource host) {
    Handles.of(transaction).execute("delete from network_report where resource = ?", host.number());
  }

  @Override
  public Set<String> listings(Reading transaction, Tenant tenant, String network) {
    return Handles.of(transaction)
        .createQuery(
            """
            select listings from network_snapshot
            where account = :account and region = :region and name = :network
            """)
        .bind("account", tenant.account().value())
        .bind("region", tenant.region().value())
        .bind("network", network)
        .mapTo(String.class)
        .findOne()
        .map(text -> Set.of(Documents.read(text, String[].class)))
        .orElse(Set.of());
  }

  @Override
  public void end(
      Writing transaction,
      Tenant tenant,
      String network,
      String mark,
      Set<String> listings,
      Instant now) {
    Set<String> all = new TreeSet<>(listings(transaction, tenant, network));
    all.addAll(listings);
    Handles.of(transaction)
        .createUpdate(
            """
            update network_snapshot set mark = :mark, listings = :listings, ended_at = :now
            where account = :account and region = :region and name = :network
            """)
        .bind("account", tenant.account().value())
        .bind("region", tenant.region().value())
        .bind("network", network)
        .bind("mark", mark)
        .bind("listings", Documents.text(all))
        .bind("now", now)
        .execute();
  }

  @Override
  public void confirm(Writing transaction, Tenant tenant, String network, Instant now) {
    Handles.of(transaction)
        .createUpdate(
            """
            update network_report set as_of = :now
            where account = :account and region = :region and network = :network and told
            """)
        .bind("account", tenant.account().value())
        .bind("region", tenant.region().value())
        .bind("network", network)
        .bind("now", now)
        .execute();
  }

  /// The column knows when it was confirmed, the document does not.
  @Override
  public Optional<NetworkReport> of(Reading transaction, Resource host) {
    return Handles.of(transaction)
        .select("select document, as_of from network_report where resource = ?", host.number())
        .map(
            (row, context) ->
                Documents.read(row.getString("document"), NetworkReport.class)
                    .asOf(row.getTimestamp("as_of").toInstant()))
        .findOne();
  }
}
