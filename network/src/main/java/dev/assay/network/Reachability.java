package dev.assay.network;

import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The analysis of one snapshot: what can reach its interfaces. Answers are worked out when asked
/// for and share what they have in common; not for use by several threads at once.
public final class Reachability {
  private final InternetPaths internet;
  private final VpnPaths vpn;
  private final InterfacePaths interfaces;
  private final TransitVpnPaths transitVpn;
  private final BalancerPaths balancers;
  private final Supplier<PeerPaths> newPeers;
  private @Nullable PeerPaths peers;

  public Reachability(NetworkSnapshot snapshot) {
    this(snapshot, Fabric.of(snapshot));
  }

  /// @param fabric of this snapshot, or of one that has other security groups only
  Reachability(NetworkSnapshot snapshot, Fabric fabric) {
    Filters filters = new Filters(snapshot);
    Routing routing = fabric.routing();
    BalancerNodes nodes = fabric.nodes();
    SubnetEdge edge = new SubnetEdge(filters);
    InterfaceHops hops = new InterfaceHops(snapshot, filters, nodes);
    GatewayPaths gateways = new GatewayPaths(snapshot, routing, edge, hops);
    this.internet = new InternetPaths(snapshot, routing, nodes, gateways);
    this.vpn = new VpnPaths(snapshot, routing, gateways);
    this.interfaces = new InterfacePaths(snapshot, filters, fabric.courses(), edge, hops);
    this.transitVpn =
        new TransitVpnPaths(
            snapshot, routing, fabric.transit(), fabric.transitCourses(), edge, hops);
    this.newPeers = () -> new PeerPaths(snapshot, filters, fabric, hops, interfaces);
    this.balancers =
        new BalancerPaths(
            fabric.services(),
            interfaces,
            new KeptClientPaths(filters, edge, hops, fabric.courses()));
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

  /// From other VPCs, over peering connections and transit gateways: of these ways, those that
  /// something may get through, each for all who can take it.
  public List<Candidate> fromPeers(NetworkInterface to) {
    if (peers == null) {
      peers = newPeers.get();
    }
    return peers.to(to);
  }

  /// The same, straight or through load balancers.
  Stream<Candidate> fromInternetAnyhow(NetworkInterface to) {
    return Stream.concat(fromInternet(to).stream(), fromInternetThroughBalancers(to).stream());
  }

  /// Every way from outside the interface's VPC.
  Stream<Candidate> fromOutside(NetworkInterface to) {
    return Stream.of(
            fromInternet(to),
            fromInternetThroughBalancers(to),
            fromVpn(to),
            fromVpnThroughBalancers(to),
            fromPeers(to))
        .flatMap(List::stream);
  }
}
