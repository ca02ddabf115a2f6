package dev.assay.store.reachability;

import dev.assay.assessment.reachability.NetworkReport;
import dev.assay.assessment.reachability.NetworkStore;
import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A store in which another turn begins as soon as one has: before its first host is kept.
record Overtaken(NetworkStore store) implements NetworkStore {

  @Override
  public Optional<String> mark(Reading transaction, Tenant tenant, String network) {
    return store.mark(transaction, tenant, network);
  }

  @Override
  public long begin(Writing transaction, Tenant tenant, String network, Instant now) {
    long turn = store.begin(transaction, tenant, network, now);
    store.begin(transaction, tenant, network, now);
    return turn;
  }

  @Override
  public boolean isNewest(Writing transaction, Tenant tenant, String network, long turn) {
    return store.isNewest(transaction, tenant, network, turn);
  }

  @Override
  public void keep(Writing transaction, Resource host, long turn, NetworkReport report) {
    store.keep(transaction, host, turn, report);
  }

  @Override
  public List<ResourceKey> passedOver(
      Reading transaction, Tenant tenant, String network, long turn, int most) {
    return store.passedOver(transaction, tenant, network, turn, most);
  }

  @Override
  public void forget(Writing transaction, Resource host) {
    store.forget(transaction, host);
  }

  @Override
  public Set<String> listings(Reading transaction, Tenant tenant, String network) {
    return store.listings(transaction, tenant, network);
  }

  @Override
  public void end(
      Writing transaction,
      Tenant tenant,
      String network,
      String mark,
      Set<String> listings,
      Instant now) {
    store.end(transaction, tenant, network, mark, listings, now);
  }

  @Override
  public void confirm(Writing transaction, Tenant tenant, String network, Instant now) {
    store.confirm(transaction, tenant, network, now);
  }

  @Override
  public Optional<NetworkReport> of(Reading transaction, Resource host) {
    return store.of(transaction, host);
  }
}
