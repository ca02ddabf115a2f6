package dev.assay.network;

import dev.assay.network.Course.Step;
import dev.assay.network.Filters.Direction;
import dev.assay.network.packet.Address;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import dev.assay.network.snapshot.NetworkVpc;
import dev.assay.network.snapshot.RouteTable;
import dev.assay.network.snapshot.VpcPeering;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the course that a subnet's route table sends packets on: within the VPC, over one peering
/// connection, which is as far as peering goes, or through transit gateways.
final class Courses {
  private static final String TABLE = "AWS::EC2::RouteTable";

  private final NetworkSnapshot snapshot;
  private final Routing routing;
  private final TransitCourses transit;

  Courses(NetworkSnapshot snapshot, Routing routing, TransitCourses transit) {
    this.snapshot = snapshot;
    this.routing = routing;
    this.transit = transit;
  }

  /// @param address the address of `to` that the packets are for
  Course course(NetworkInterface from, NetworkInterface to, Address address) {
    if (from.subnetId().equals(to.subnetId())) {
      return Course.of(
          new Step.Router(Hop.pass(from.subnetId(), "AWS::EC2::Subnet", "both are in the subnet")));
    }
    Course out = Course.of(Course.edge(from.subnetId(), from.vpcId(), Direction.OUTBOUND));
    Optional<RouteTable> table = routing.table(from.subnetId(), from.vpcId());
    if (table.isEmpty()) {
      return out.then(
          end(
              Hop.unknown(
                  from.subnetId(),
                  "AWS::EC2::Subnet",
                  ExplanationCode.UNKNOWN_RESOURCE,
                  "the route table of the subnet is not in the snapshot")));
    }
    return out.then(routed(table.get(), from, to, address));
  }

  private static Course end(Hop hop) {
    return Course.of(new Step.Router(hop));
  }

  private Course routed(
      RouteTable table, NetworkInterface from, NetworkInterface to, Address address) {
    if (!routing.isWhole(table)) {
      return end(
          Hop.unknown(
              table.id(),
              TABLE,
              ExplanationCode.UNKNOWN_RESOURCE,
              "a prefix list of the route table is not in the snapshot"));
    }
    Optional<RouteTable.Route> route = routing.route(table, address);
    if (route.isEmpty()) {
      return end(
          Hop.stop(
              table.id(),
              TABLE,
              ExplanationCode.NO_ROUTE_TO_DESTINATION,
              "no route to " + address));
    }
    if (route.get().state() == RouteTable.State.BLACKHOLE) {
      return end(
          Hop.stop(
              table.id(),
              TABLE,
              ExplanationCode.BAD_STATE_ROUTE,
              "the route to " + address + " is a blackhole"));
    }
    return taken(table.id(), route.get().target(), from, to, address);
  }

  private Course taken(
      String tableId,
      RouteTable.Target target,
      NetworkInterface from,
      NetworkInterface to,
      Address address) {
    String leads = "the route to " + address + " leads to " + target.id();
    return switch (target.kind()) {
      case LOCAL ->
          from.vpcId().equals(to.vpcId())
              ? arriving(Hop.pass(tableId, TABLE, "the local route leads to " + address), to)
              : end(
                  Hop.stop(
                      tableId,
                      TABLE,
                      ExplanationCode.NO_ROUTE_TO_DESTINATION,
                      address + " is taken for an address of the VPC itself"));
      case PEERING -> peering(target.id(), from, to, address);
      case TRANSIT_GATEWAY ->
          end(Hop.pass(tableId, TABLE, leads)).then(transit.course(target.id(), from, to, address));
      case ENDPOINT ->
          end(
              GatewayPaths.handsOn(snapshot, target)
                  ? unsupported(tableId, leads)
                  : Hop.stop(tableId, TABLE, ExplanationCode.CANNOT_ROUTE, leads));
      case INTERFACE, ATTACHMENT, OTHER -> end(unsupported(tableId, leads));
      case INTERNET_GATEWAY, EGRESS_ONLY_GATEWAY, NAT_GATEWAY, VPN_GATEWAY ->
          end(Hop.stop(tableId, TABLE, ExplanationCode.CANNOT_ROUTE, leads + ", out of the VPC"));
    };
  }

  private static Hop unsupported(String tableId, String leads) {
    return Hop.unknown(
        tableId, TABLE, ExplanationCode.UNSUPPORTED_COMPONENT, leads + ": not modelled");
  }

  private static Course arriving(Hop through, NetworkInterface to) {
    return Course.of(
        new Step.Router(through), Course.edge(to.subnetId(), to.vpcId(), Direction.INBOUND));
  }

  private Course peering(String id, NetworkInterface from, NetworkInterface to, Address address) {
    String kind = "AWS::EC2::VPCPeeringConnection";
    VpcPeering peering = snapshot.peerings().get(id);
    if (peering == null) {
      return end(
          Hop.unknown(
              id, kind, ExplanationCode.UNKNOWN_RESOURCE, "the peering is not in the snapshot"));
    }
    if (!peering.active()) {
      return end(Hop.stop(id, kind, ExplanationCode.BAD_STATE, "the peering is not active"));
    }
    NetworkVpc vpc = snapshot.vpcs().get(to.vpcId());
    boolean owns = vpc == null || vpc.blocks().stream().anyMatch(block -> block.contains(address));
    return owns && peering.joins(from.vpcId(), to.vpcId())
        ? arriving(Hop.pass(id, kind, "the peering leads to " + to.vpcId()), to)
        : end(
            Hop.stop(
                id,
                kind,
                ExplanationCode.PCX_REQUIRES_ADDRESS_IN_VPC_CIDR,
                "peering leads no further than the peer VPC, which has no " + address));
  }

  /// The edges that replies to a client cross from the interface that it spoke to.
  List<Step.Edge> backTo(Candidate client, NetworkInterface from) {
    NetworkInterface source = snapshot.interfaces().get(client.source());
    if (source != null) {
      return source.addresses().stream()
          .map(NetworkInterface.Assigned::address)
          .filter(address -> !client.trail().mayPass().at(address).isEmpty())
          .findFirst()
          .map(address -> course(from, source, address).edges())
          .orElse(List.of());
    }
    List<Step.Edge> edges =
        new ArrayList<>(List.of(Course.edge(from.subnetId(), from.vpcId(), Direction.OUTBOUND)));
    if (snapshot.transit().gateways().containsKey(client.source())) {
      edges.addAll(transit.entering(client.source(), from).edges());
    }
    return edges;
  }
}
