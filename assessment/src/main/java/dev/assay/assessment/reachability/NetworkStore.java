package dev.assay.assessment.reachability;

import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where it is kept what snapshots of networks say of hosts: a port of the service. A snapshot is
/// taken in by turns: what a later turn of the same network began makes an earlier one void.
public interface NetworkStore {

  /// The mark of the snapshot that was last taken in whole.
  Optional<String> mark(Reading transaction, Tenant tenant, String network);

  /// Begins a turn.
  ///
  /// @return its number, above that of every turn before
  long begin(Writing transaction, Tenant tenant, String network, Instant now);

  /// Whether the turn is still the newest; no other begins until the transaction ends.
  boolean isNewest(Writing transaction, Tenant tenant, String network, long turn);

  /// The listings that snapshots of the network that were taken in whole had whole.
  Set<String> listings(Reading transaction, Tenant tenant, String network);

  /// Keeps what is said of a host in place of what there was.
  void keep(Writing transaction, Resource host, long turn, NetworkReport report);

  /// Some resources of the network of which the turn said nothing, by id, at most so many.
  List<ResourceKey> passedOver(
      Reading transaction, Tenant tenant, String network, long turn, int most);

  /// Forgets what is said of a host.
  void forget(Writing transaction, Resource host);

  /// The snapshot was taken in whole.
  ///
  /// @param listings those that it has whole; the network's become these and those before
  void end(
      Writing transaction,
      Tenant tenant,
      String network,
      String mark,
      Set<String> listings,
      Instant now);

  /// The snapshot that was last taken in whole was handed in once more.
  void confirm(Writing transaction, Tenant tenant, String network, Instant now);

  Optional<NetworkReport> of(Reading transaction, Resource host);
}
