package dev.assay.network;

import dev.assay.network.snapshot.Balancers;
import dev.assay.network.snapshot.BlockPublicAccess;
import dev.assay.network.snapshot.NetworkAcl;
import dev.assay.network.snapshot.NetworkSnapshot;
import dev.assay.network.snapshot.PrefixList;
import dev.assay.network.snapshot.SecurityGroup;
import dev.assay.network.snapshot.Transit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Snapshots that hold filters and nothing else.
final class Snapshots {
  private Snapshots() {}

  static NetworkSnapshot of(
      List<SecurityGroup> groups, List<NetworkAcl> acls, List<PrefixList> lists) {
    return new NetworkSnapshot(
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        byId(groups.stream(), SecurityGroup::id),
        byId(acls.stream(), NetworkAcl::id),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        byId(lists.stream(), PrefixList::id),
        BlockPublicAccess.OFF,
        true,
        Transit.NONE,
        Balancers.NONE,
        Map.of(),
        List.of());
  }

  private static <T> Map<String, T> byId(Stream<T> values, Function<T, String> id) {
    return values.collect(Collectors.toMap(id, Function.identity()));
  }
}
