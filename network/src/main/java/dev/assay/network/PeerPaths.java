package dev.assay.network;

import dev.assay.network.Filters.Direction;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import dev.assay.network.snapshot.NetworkVpc;
import dev.assay.network.snapshot.SecurityGroup;
import dev.assay.network.snapshot.TransitAttachment;
import dev.assay.network.snapshot.VpcPeering;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The ways from the interfaces of other VPCs. Most of them end at the interface's own groups, and
/// those that do are not drawn at all: so the work grows with what is let in, not with the number
/// of pairs.
final class PeerPaths {
  private final NetworkSnapshot snapshot;
  private final Filters filters;
  private final InterfaceHops interfaceHops;
  private final InterfacePaths interfaces;
  private final Map<String, List<NetworkInterface>> ofVpc = new HashMap<>();
  private final Map<String, Set<String>> joined = new HashMap<>();
  private final Map<String, TrafficSet> blocks = new HashMap<>();

  PeerPaths(
      NetworkSnapshot snapshot,
      Filters filters,
      InterfaceHops interfaceHops,
      InterfacePaths interfaces) {
    this.snapshot = snapshot;
    this.filters = filters;
    this.interfaceHops = interfaceHops;
    this.interfaces = interfaces;
    for (NetworkInterface each : snapshot.interfaces().values()) {
      ofVpc.computeIfAbsent(each.vpcId(), id -> new ArrayList<>()).add(each);
    }
    for (VpcPeering each : snapshot.peerings().values()) {
      if (each.active()) {
        join(each.requesterVpcId(), each.accepterVpcId());
        join(each.accepterVpcId(), each.requesterVpcId());
      }
    }
    joinTransit();
  }

  private void join(String vpc, String other) {
    if (!vpc.equals(other)) {
      joined.computeIfAbsent(vpc, id -> new TreeSet<>()).add(other);
    }
  }

  /// Whatever is attached to gateways that peerings may join is taken for joined; whether it is,
  /// the routes decide.
  private void joinTransit() {
    List<String> attached =
        snapshot.transit().attachments().stream()
            .filter(each -> each.kind() == TransitAttachment.Kind.VPC)
            .map(TransitAttachment::resourceId)
            .distinct()
            .toList();
    for (String one : attached) {
      attached.forEach(other -> join(one, other));
    }
  }

  List<Candidate> to(NetworkInterface end) {
    CompiledGroups in = filters.groups(end.groups(), Direction.INBOUND);
    boolean every = interfaceHops.isUnguarded(end) || !in.unsure().isEmpty();
    List<Candidate> candidates = new ArrayList<>();
    for (String vpc : joined.getOrDefault(end.vpcId(), Set.of())) {
      if (every || letsIn(in, vpc)) {
        for (NetworkInterface from : ofVpc.getOrDefault(vpc, List.of())) {
          if (every || letsIn(in, from)) {
            candidates.addAll(interfaces.between(from, end));
          }
        }
      }
    }
    return candidates;
  }

  private boolean letsIn(CompiledGroups in, String vpc) {
    Set<String> named = new HashSet<>(in.byMember().keySet());
    for (String group : named) {
      SecurityGroup known = snapshot.groups().get(group);
      if (known == null || known.vpcId().equals(vpc)) {
        return true;
      }
    }
    NetworkVpc known = snapshot.vpcs().get(vpc);
    return known == null
        || !blocks
            .computeIfAbsent(vpc, id -> TrafficSet.of(known.blocks()))
            .and(in.byAddress())
            .isEmpty();
  }

  private static boolean letsIn(CompiledGroups in, NetworkInterface from) {
    return from.groups().stream().anyMatch(in.byMember()::containsKey)
        || from.addresses().stream().anyMatch(each -> !in.byAddress().at(each.address()).isEmpty());
  }
}
