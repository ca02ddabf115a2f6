package dev.assay.assessment.reachability;

import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where the last configuration of each network is kept, so that it can be evaluated again: a port
/// of the service.
public interface ConfigurationStore {

  /// Keeps a configuration in place of the network's earlier one.
  void keep(Writing transaction, Tenant tenant, String network, Kept configuration);

  Optional<Kept> find(Reading transaction, Tenant tenant, String network);

  /// The network's configuration was handed in once more.
  void confirm(Writing transaction, Tenant tenant, String network, Instant now);

  /// Networks whose kept configuration has to be evaluated again, those of longest ago first.
  List<Due> due(Reading transaction, Evaluated by, int most);

  /// Forgets the configurations that were last handed in before a moment.
  ///
  /// @return how many
  int expire(Writing transaction, Instant handedInBefore);

  /// A configuration as it is kept.
  ///
  /// @param mark the collector's mark of it
  /// @param zip its files; not to be changed: they are not copied
  /// @param handedInAt when it last was
  @SuppressWarnings("ArrayRecordComponent")
  record Kept(String mark, byte[] zip, Instant handedInAt) {}

  /// A network that is due.
  record Due(Tenant tenant, String network) {}

  /// What an evaluation has to be by to count.
  ///
  /// @param rules the rules it has to be of
  /// @param endedSince not before this
  /// @param begunSince where it is not ended: not begun before this, or it was cut short
  record Evaluated(String rules, Instant endedSince, Instant begunSince) {}
}
