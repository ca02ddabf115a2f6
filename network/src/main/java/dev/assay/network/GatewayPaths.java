package dev.assay.network;

import dev.assay.network.Filters.Direction;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import dev.assay.network.snapshot.RouteTable;
import dev.assay.network.snapshot.VpcEndpoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What a gateway's paths to a VPC's interfaces share: the subnet's ACL, the groups, and the way
/// back. Worked out once for each (gateway, subnet, groups), and what equal filters leave once for
/// all of those.
final class GatewayPaths {
  private final NetworkSnapshot snapshot;
  private final Routing routing;
  private final SubnetEdge edge;
  private final InterfaceHops interfaceHops;
  private final Map<Shared, Trail> inward = new HashMap<>();
  private final Map<Shared, Trail> back = new HashMap<>();
  private final Map<Return, Hop> returns = new HashMap<>();
  private final Intersections intersections = new Intersections();

  private record Shared(String gateway, String subnet, List<String> groups, boolean unguarded) {}

  /// By a route table to a gateway.
  private record Return(String gateway, String table) {}

  GatewayPaths(
      NetworkSnapshot snapshot, Routing routing, SubnetEdge edge, InterfaceHops interfaceHops) {
    this.snapshot = snapshot;
    this.routing = routing;
    this.edge = edge;
    this.interfaceHops = interfaceHops;
  }

  /// From the gateway to the interface, and back.
  ///
  /// @param sources what can come through the gateway at all
  /// @param front what is before it
  Trail trail(Trail front, RouteTable.Target gateway, NetworkInterface end, TrafficSet sources) {
    Shared shared =
        new Shared(gateway.id(), end.subnetId(), end.groups(), interfaceHops.isUnguarded(end));
    Trail in =
        inward.computeIfAbsent(
            shared,
            key ->
                Trail.of(
                    List.of(
                        Hop.filter(
                            gateway.id(),
                            kind(gateway),
                            intersections.of(sources, InternetSources.SPOKEN),
                            ExplanationCode.NO_POSSIBLE_DESTINATION,
                            "packets from outside the VPC arrive"),
                        edge.requests(
                            end.subnetId(),
                            end.vpcId(),
                            Direction.INBOUND,
                            UnaryOperator.identity()),
                        interfaceHops.groupsByAddress(end, Direction.INBOUND)),
                    intersections::of));
    Trail out =
        back.computeIfAbsent(
            new Shared(gateway.id(), end.subnetId(), List.of(), false),
            key -> Trail.of(List.of(replies(end), wayBack(gateway, end)), intersections::of));
    return front
        .then(in, intersections::of)
        .then(interfaceHops.end(end), intersections::of)
        .then(out, intersections::of);
  }

  private Hop replies(NetworkInterface end) {
    return edge.replies(end.subnetId(), end.vpcId(), Direction.OUTBOUND, UnaryOperator.identity());
  }

  /// The replies' own route: only addresses that the subnet's table sends to the same gateway.
  private Hop wayBack(RouteTable.Target gateway, NetworkInterface end) {
    Optional<RouteTable> found = routing.table(end.subnetId(), end.vpcId());
    if (found.isEmpty()) {
      return Hop.unknown(
          end.subnetId(),
          "AWS::EC2::Subnet",
          ExplanationCode.UNKNOWN_RESOURCE,
          "the route table of the subnet is not in the snapshot");
    }
    return returns.computeIfAbsent(
        new Return(gateway.id(), found.get().id()), key -> wayBack(gateway, found.get()));
  }

  private Hop wayBack(RouteTable.Target gateway, RouteTable table) {
    TrafficSet returns = TrafficSet.NONE;
    TrafficSet unsure = routing.isWhole(table) ? TrafficSet.NONE : TrafficSet.ALL;
    boolean blackhole = false;
    for (Routing.Reach reach : routing.reaches(table)) {
      boolean active = reach.route().state() == RouteTable.State.ACTIVE;
      if (active && reach.route().target().equals(gateway)) {
        returns = returns.or(reach.addresses());
      } else if (active && handsOn(snapshot, reach.route().target())) {
        unsure = unsure.or(reach.addresses());
      }
      blackhole |= !active && reach.route().target().equals(gateway);
    }
    return new Hop(
        table.id(),
        "AWS::EC2::RouteTable",
        returns,
        unsure,
        blackhole ? ExplanationCode.BAD_STATE_ROUTE : ExplanationCode.NO_ROUTE_TO_DESTINATION,
        "routes back to " + gateway.id());
  }

  /// Whether a target may hand packets on to the gateway: an appliance or a firewall may, an
  /// endpoint known to be a service's may not.
  static boolean handsOn(NetworkSnapshot snapshot, RouteTable.Target target) {
    return switch (target.kind()) {
      case INTERFACE, OTHER -> true;
      case ENDPOINT -> {
        VpcEndpoint endpoint = snapshot.endpoints().get(target.id());
        yield endpoint == null || endpoint.kind() == VpcEndpoint.Kind.OTHER;
      }
      case LOCAL,
          INTERNET_GATEWAY,
          EGRESS_ONLY_GATEWAY,
          NAT_GATEWAY,
          VPN_GATEWAY,
          PEERING,
          TRANSIT_GATEWAY,
          ATTACHMENT ->
          false;
    };
  }

  private static String kind(RouteTable.Target gateway) {
    return gateway.kind() == RouteTable.Kind.INTERNET_GATEWAY
        ? "AWS::EC2::InternetGateway"
        : "AWS::EC2::VPNGateway";
  }
}
