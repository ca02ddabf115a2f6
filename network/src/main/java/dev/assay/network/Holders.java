package dev.assay.network;

import dev.assay.network.snapshot.NetworkAcl;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which interfaces a filter stands before.
final class Holders {
  private final Map<String, List<NetworkInterface>> ofGroup = new HashMap<>();
  private final Map<String, List<NetworkInterface>> ofAcl = new HashMap<>();

  Holders(NetworkSnapshot snapshot, Filters filters) {
    for (NetworkInterface each : snapshot.interfaces().values()) {
      each.groups().stream().distinct().forEach(id -> add(ofGroup, id, each));
      filters
          .acl(each.subnetId(), each.vpcId())
          .map(NetworkAcl::id)
          .ifPresent(id -> add(ofAcl, id, each));
    }
  }

  private static void add(
      Map<String, List<NetworkInterface>> to, String id, NetworkInterface each) {
    to.computeIfAbsent(id, key -> new ArrayList<>()).add(each);
  }

  List<NetworkInterface> ofGroup(String id) {
    return ofGroup.getOrDefault(id, List.of());
  }

  List<NetworkInterface> ofAcl(String id) {
    return ofAcl.getOrDefault(id, List.of());
  }
}
