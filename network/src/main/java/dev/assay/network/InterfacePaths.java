package dev.assay.network;

import dev.assay.network.Filters.Direction;
import dev.assay.network.packet.Address;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import dev.assay.network.snapshot.NetworkVpc;
import dev.assay.network.snapshot.RouteTable;
import dev.assay.network.snapshot.VpcPeering;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The ways from one interface to another: within a VPC, or over one peering connection, which is
/// as far as peering goes.
final class InterfacePaths {
  private final NetworkSnapshot snapshot;
  private final Filters filters;
  private final Routing routing;
  private final SubnetEdge edge;
  private final InterfaceHops interfaceHops;

  InterfacePaths(
      NetworkSnapshot snapshot,
      Filters filters,
      Routing routing,
      SubnetEdge edge,
      InterfaceHops interfaceHops) {
    this.snapshot = snapshot;
    this.filters = filters;
    this.routing = routing;
    this.edge = edge;
    this.interfaceHops = interfaceHops;
  }

  /// One address of one interface.
  private record End(NetworkInterface of, Address address) {}

  List<Candidate> between(NetworkInterface from, NetworkInterface to) {
    List<Candidate> candidates = new ArrayList<>();
    Candidate.Route route =
        from.vpcId().equals(to.vpcId()) ? Candidate.Route.VPC : Candidate.Route.PEERED_VPC;
    for (NetworkInterface.Assigned source : from.addresses()) {
      for (NetworkInterface.Assigned target : to.addresses()) {
        if (source.address().family() == target.address().family()) {
          End one = new End(from, source.address());
          End other = new End(to, target.address());
          candidates.add(new Candidate(from.id(), route, to, target.address(), trail(one, other)));
        }
      }
    }
    return candidates;
  }

  private Trail trail(End from, End to) {
    List<Hop> hops = new ArrayList<>();
    hops.addAll(interfaceHops.end(from.of()).hops());
    hops.add(groups(from, to, Direction.OUTBOUND, from.address()));
    boolean sameSubnet = from.of().subnetId().equals(to.of().subnetId());
    if (!sameSubnet) {
      hops.add(request(from, Direction.OUTBOUND, to.address(), from.address()));
    }
    hops.add(way(from, to));
    if (!sameSubnet) {
      hops.add(request(to, Direction.INBOUND, from.address(), from.address()));
    }
    hops.add(groups(to, from, Direction.INBOUND, from.address()));
    hops.addAll(interfaceHops.end(to.of()).hops());
    if (!sameSubnet) {
      hops.addAll(replies(from, to));
    }
    if (!sameSubnet) {
      hops.add(way(to, from));
    }
    return Trail.of(List.of(spoken(from.address()))).then(Trail.of(hops));
  }

  private static Hop spoken(Address source) {
    return Hop.filter(
        source.toString(),
        "Address",
        TrafficSet.of(source, InternetSources.SPOKEN.at(source)),
        ExplanationCode.NO_POSSIBLE_DESTINATION,
        "packets from " + source);
  }

  /// Rules that name a group hold within a VPC and over an active peering connection.
  private Hop groups(End of, End peer, Direction direction, Address seenFrom) {
    CompiledGroups compiled = filters.groups(of.of().groups(), direction);
    List<String> known = namesHold(of.of(), peer.of()) ? peer.of().groups() : List.of();
    return interfaceHops.groups(
        of.of().groups(),
        compiled,
        direction,
        TrafficSet.of(seenFrom, compiled.with(peer.address(), known)),
        TrafficSet.of(seenFrom, compiled.unsure().at(peer.address())));
  }

  private boolean namesHold(NetworkInterface one, NetworkInterface other) {
    return one.vpcId().equals(other.vpcId())
        || snapshot.peerings().values().stream()
            .anyMatch(peering -> peering.active() && peering.joins(one.vpcId(), other.vpcId()));
  }

  private Hop request(End at, Direction direction, Address peer, Address seenFrom) {
    return edge.requests(
        at.of().subnetId(),
        at.of().vpcId(),
        direction,
        set -> TrafficSet.of(seenFrom, set.at(peer)));
  }

  /// The same client port has to pass both ACLs.
  private List<Hop> replies(End from, End to) {
    List<Hop> hops = new ArrayList<>();
    Hop leaving =
        edge.requests(
            to.of().subnetId(),
            to.of().vpcId(),
            Direction.OUTBOUND,
            set -> TrafficSet.of(from.address(), set.at(from.address())));
    hops.add(
        edge.replies(
            to.of().subnetId(),
            to.of().vpcId(),
            Direction.OUTBOUND,
            set -> TrafficSet.of(from.address(), set.at(from.address()))));
    hops.add(
        edge.replies(
            from.of().subnetId(),
            from.of().vpcId(),
            Direction.INBOUND,
            set ->
                TrafficSet.of(from.address(), set.at(to.address()))
                    .and(leaving.admits().or(leaving.unsure()))));
    return hops;
  }

  private Hop way(End from, End to) {
    String kind = "AWS::EC2::RouteTable";
    if (from.of().subnetId().equals(to.of().subnetId())) {
      return Hop.pass(from.of().subnetId(), "AWS::EC2::Subnet", "both are in the subnet");
    }
    Optional<RouteTable> table = routing.table(from.of().subnetId(), from.of().vpcId());
    if (table.isEmpty()) {
      return Hop.unknown(
          from.of().subnetId(),
          "AWS::EC2::Subnet",
          ExplanationCode.UNKNOWN_RESOURCE,
          "the route table of the subnet is not in the snapshot");
    }
    String id = table.get().id();
    if (!routing.isWhole(table.get())) {
      return Hop.unknown(
          id,
          kind,
          ExplanationCode.UNKNOWN_RESOURCE,
          "a prefix list of the route table is not in the snapshot");
    }
    Optional<RouteTable.Route> route = routing.route(table.get(), to.address());
    if (route.isEmpty()) {
      return Hop.stop(
          id, kind, ExplanationCode.NO_ROUTE_TO_DESTINATION, "no route to " + to.address());
    }
    if (route.get().state() == RouteTable.State.BLACKHOLE) {
      return Hop.stop(
          id,
          kind,
          ExplanationCode.BAD_STATE_ROUTE,
          "the route to " + to.address() + " is a blackhole");
    }
    return taken(id, route.get().target(), from, to);
  }

  private Hop taken(String tableId, RouteTable.Target target, End from, End to) {
    String kind = "AWS::EC2::RouteTable";
    boolean sameVpc = from.of().vpcId().equals(to.of().vpcId());
    return switch (target.kind()) {
      case LOCAL ->
          sameVpc
              ? Hop.pass(tableId, kind, "the local route leads to " + to.address())
              : Hop.stop(
                  tableId,
                  kind,
                  ExplanationCode.NO_ROUTE_TO_DESTINATION,
                  to.address() + " is taken for an address of the VPC itself");
      case PEERING -> peering(target.id(), from, to);
      case TRANSIT_GATEWAY, INTERFACE, ENDPOINT, OTHER ->
          Hop.unknown(
              tableId,
              kind,
              ExplanationCode.UNSUPPORTED_COMPONENT,
              "the route to " + to.address() + " leads to " + target.id() + ": not modelled");
      case INTERNET_GATEWAY, EGRESS_ONLY_GATEWAY, NAT_GATEWAY, VPN_GATEWAY ->
          Hop.stop(
              tableId,
              kind,
              ExplanationCode.CANNOT_ROUTE,
              "the route to " + to.address() + " leads to " + target.id() + ", out of the VPC");
    };
  }

  private Hop peering(String id, End from, End to) {
    String kind = "AWS::EC2::VPCPeeringConnection";
    VpcPeering peering = snapshot.peerings().get(id);
    if (peering == null) {
      return Hop.unknown(
          id, kind, ExplanationCode.UNKNOWN_RESOURCE, "the peering is not in the snapshot");
    }
    if (!peering.active()) {
      return Hop.stop(id, kind, ExplanationCode.BAD_STATE, "the peering is not active");
    }
    NetworkVpc vpc = snapshot.vpcs().get(to.of().vpcId());
    boolean owns =
        vpc == null || vpc.blocks().stream().anyMatch(block -> block.contains(to.address()));
    return owns && peering.joins(from.of().vpcId(), to.of().vpcId())
        ? Hop.pass(id, kind, "the peering leads to " + to.of().vpcId())
        : Hop.stop(
            id,
            kind,
            ExplanationCode.PCX_REQUIRES_ADDRESS_IN_VPC_CIDR,
            "peering leads no further than the peer VPC, which has no " + to.address());
  }
}
