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
  private final TransitVpnPaths transitVpn;
  private final BalancerPaths balancers;

  public Reachability(NetworkSnapshot snapshot) {
    this.snapshot = snapshot;
    Filters filters = new Filters(snapshot);
    Routing routing = new Routing(snapshot);
    BalancerNodes nodes = new BalancerNodes(snapshot);
    SubnetEdge edge = new SubnetEdge(filters);
    InterfaceHops hops = new InterfaceHops(snapshot, filters, nodes);
    TransitRouting transit = new TransitRouting(snapshot, routing);
    TransitCourses transitCourses = new TransitCourses(snapshot, routing, transit);
    Courses courses = new Courses(snapshot, routing, transitCourses);
    GatewayPaths gateways = new GatewayPaths(snapshot, routing, edge, hops);
    this.internet = new InternetPaths(snapshot, routing, nodes, gateways);
    this.vpn = new VpnPaths(snapshot, routing, gateways);
    this.interfaces = new InterfacePaths(snapshot, filters, courses, edge, hops);
    this.transitVpn = new TransitVpnPaths(snapshot, routing, transit, transitCourses, edge, hops);
    this.balancers =
        new BalancerPaths(
            new BalancerServices(snapshot),
            interfaces,
            new KeptClientPaths(filters, edge, hops, courses));
  }

  /// Straight from the internet.
  public List<Candidate> fromInternet(NetworkInterface to) {
    return internet.to(to);
  }

  /// Straight from networks behind VPN gateways and transit gateways' VPN connections.
  public List<Candidate> fromVpn(NetworkInterface to) {
    List<Candidate> candidates = new ArrayList<>(vpn.to(to));
    candidates.addAll(transitVpn.to(to));
    return candidates;
  }

  /// Straight from one interface to another.
  public List<Candidate> between(NetworkInterface from, NetworkInterface to) {
    return interfaces.between(from, to);
  }

  public List<Candidate> fromInternetThroughBalancers(NetworkInterface to) {
    return balancers.to(to, this::fromInternet);
  }

  public List<Candidate> fromVpnThroughBalancers(NetworkInterface to) {
    return balancers.to(to, this::fromVpn);
  }

  public List<Candidate> throughBalancers(NetworkInterface from, NetworkInterface to) {
    return balancers.to(to, node -> node.id().equals(from.id()) ? List.of() : between(from, node));
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
