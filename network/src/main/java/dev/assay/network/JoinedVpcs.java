package dev.assay.network;

import dev.assay.network.snapshot.Gap;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import dev.assay.network.snapshot.Transit;
import dev.assay.network.snapshot.TransitAttachment;
import dev.assay.network.snapshot.VpcPeering;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// VPCs that peering connections and transit gateways join. What is open between them is worked out
/// for all who send alike, and still grows faster than their number: who lists everything bounds
/// it, far above what most accounts have, and says so.
public final class JoinedVpcs {
  /// How many pairs of interfaces may be in joined VPCs where nobody asks for two of them.
  public static final long MOST_PAIRS = 500_000_000L;

  private final NetworkSnapshot snapshot;
  private final long pairs;

  public JoinedVpcs(NetworkSnapshot snapshot) {
    this.snapshot = snapshot;
    this.pairs = pairs(snapshot);
  }

  /// How many pairs of interfaces are in different VPCs that are joined.
  public long pairs() {
    return pairs;
  }

  private static long pairs(NetworkSnapshot snapshot) {
    Map<String, Long> size =
        snapshot.interfaces().values().stream()
            .collect(Collectors.groupingBy(NetworkInterface::vpcId, Collectors.counting()));
    Map<String, Set<String>> joined = new HashMap<>();
    for (VpcPeering each : snapshot.peerings().values()) {
      joined
          .computeIfAbsent(each.requesterVpcId(), key -> new HashSet<>())
          .add(each.accepterVpcId());
      joined
          .computeIfAbsent(each.accepterVpcId(), key -> new HashSet<>())
          .add(each.requesterVpcId());
    }
    Set<String> attached =
        snapshot.transit().attachments().stream()
            .filter(each -> each.kind() == TransitAttachment.Kind.VPC)
            .map(TransitAttachment::resourceId)
            .collect(Collectors.toSet());
    attached.forEach(vpc -> joined.computeIfAbsent(vpc, key -> new HashSet<>()).addAll(attached));
    long pairs = 0;
    for (Map.Entry<String, Set<String>> each : joined.entrySet()) {
      long others =
          each.getValue().stream()
              .filter(other -> !other.equals(each.getKey()))
              .mapToLong(other -> size.getOrDefault(other, 0L))
              .sum();
      pairs += size.getOrDefault(each.getKey(), 0L) * others;
    }
    return pairs;
  }

  /// The network as it is listed: whole, or without what joins its VPCs where that would be too
  /// many pairs.
  public NetworkSnapshot bounded() {
    return pairs <= MOST_PAIRS ? snapshot : apart();
  }

  /// The same network without what joins its VPCs, which is a gap of it: what comes from the
  /// internet or a VPN gateway straight to an interface is as before.
  public NetworkSnapshot apart() {
    return new NetworkSnapshot(
        snapshot.vpcs(),
        snapshot.subnets(),
        snapshot.interfaces(),
        snapshot.instances(),
        snapshot.groups(),
        snapshot.acls(),
        snapshot.routeTables(),
        snapshot.internetGateways(),
        snapshot.vpnGateways(),
        snapshot.vpnConnections(),
        Map.of(),
        snapshot.prefixLists(),
        snapshot.blockPublicAccess(),
        snapshot.internetGatewaysWhole(),
        Transit.NONE,
        snapshot.balancers(),
        snapshot.endpoints(),
        Stream.concat(snapshot.gaps().stream(), Stream.of(omitted())).toList());
  }

  private Gap omitted() {
    return new Gap(
        "peering connections and transit gateways",
        "they join VPCs with "
            + pairs
            + " pairs of interfaces, too many to list: what can be reached through them is left out;"
            + " ask for two ends with --from and --to");
  }
}
