package dev.assay.network;

import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import java.util.ArrayList;
import java.util.List;

/// The analysis of one snapshot: what can reach its interfaces. Answers are worked out when asked
/// for and share what they have in common; not for use by several threads at once.
public final class Reachability {
  private final NetworkSnapshot snapshot;
  private final InternetPaths internet;
  private final VpnPaths vpn;
  private final InterfacePaths interfaces;

  public Reachability(NetworkSnapshot snapshot) {
    this.snapshot = snapshot;
    Filters filters = new Filters(snapshot);
    Routing routing = new Routing(snapshot);
    SubnetEdge edge = new SubnetEdge(filters);
    InterfaceHops hops = new InterfaceHops(snapshot, filters);
    GatewayPaths gateways = new GatewayPaths(routing, edge, hops);
    this.internet = new InternetPaths(snapshot, routing, gateways);
    this.vpn = new VpnPaths(snapshot, routing, gateways);
    this.interfaces = new InterfacePaths(snapshot, filters, routing, edge, hops);
  }

  public List<Candidate> fromInternet(NetworkInterface to) {
    return internet.to(to);
  }

  public List<Candidate> fromVpn(NetworkInterface to) {
    return vpn.to(to);
  }

  public List<Candidate> between(NetworkInterface from, NetworkInterface to) {
    return interfaces.between(from, to);
  }

  /// From every interface of a VPC that an active peering connection joins to the interface's own.
  public List<Candidate> fromPeers(NetworkInterface to) {
    List<Candidate> candidates = new ArrayList<>();
    for (NetworkInterface from : snapshot.interfaces().values()) {
      boolean peered =
          !from.vpcId().equals(to.vpcId())
              && snapshot.peerings().values().stream()
                  .anyMatch(peering -> peering.active() && peering.joins(from.vpcId(), to.vpcId()));
      if (peered) {
        candidates.addAll(between(from, to));
      }
    }
    return candidates;
  }
}
