package dev.assay.network;

import dev.assay.network.Filters.Direction;
import dev.assay.network.TransitRouting.Returns;
import dev.assay.network.TransitRouting.Way;
import dev.assay.network.packet.Address;
import dev.assay.network.packet.Cidr;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import dev.assay.network.snapshot.NetworkVpc;
import dev.assay.network.snapshot.RouteTable;
import dev.assay.network.snapshot.TransitAttachment;
import dev.assay.network.snapshot.VpnConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The ways from networks behind VPN connections that end in a transit gateway: from any address
/// that the subnet and the gateway route back to that connection.
final class TransitVpnPaths {
  private final NetworkSnapshot snapshot;
  private final Routing routing;
  private final TransitRouting transit;
  private final TransitCourses courses;
  private final SubnetEdge edge;
  private final InterfaceHops interfaceHops;

  TransitVpnPaths(
      NetworkSnapshot snapshot,
      Routing routing,
      TransitRouting transit,
      TransitCourses courses,
      SubnetEdge edge,
      InterfaceHops interfaceHops) {
    this.snapshot = snapshot;
    this.routing = routing;
    this.transit = transit;
    this.courses = courses;
    this.edge = edge;
    this.interfaceHops = interfaceHops;
  }

  List<Candidate> to(NetworkInterface end) {
    List<Candidate> candidates = new ArrayList<>();
    for (TransitAttachment attachment : snapshot.transit().attachments()) {
      if (attachment.kind() == TransitAttachment.Kind.VPN) {
        for (NetworkInterface.Assigned assigned : end.addresses()) {
          candidates.add(
              Candidate.straight(
                  attachment.gatewayId(),
                  Candidate.Route.VGW,
                  end,
                  assigned.address(),
                  trail(attachment, end, assigned.address())));
        }
      }
    }
    return candidates;
  }

  private Trail trail(TransitAttachment from, NetworkInterface end, Address address) {
    Way way = transit.way(from, address);
    List<Hop> front = new ArrayList<>(List.of(tunnel(from), outside(from, end, address)));
    front.addAll(way.hops());
    Optional<TransitAttachment> far = way.end();
    if (far.isEmpty()) {
      return Trail.of(front);
    }
    if (far.get().kind() != TransitAttachment.Kind.VPC
        || !far.get().resourceId().equals(end.vpcId())) {
      front.add(
          Hop.stop(
              far.get().id(),
              TransitRouting.ATTACHMENT,
              ExplanationCode.TGW_RTB_CANNOT_ROUTE,
              "packets for " + address + " go to " + far.get().resourceId()));
      return Trail.of(front);
    }
    for (Course.Step step :
        courses.arriving(from, far.get(), Optional.empty(), end, address).steps()) {
      front.add(
          switch (step) {
            case Course.Step.Router router -> router.hop();
            case Course.Step.Edge over ->
                edge.requests(over, filter -> seen(over, filter, address));
          });
    }
    front.add(interfaceHops.groupsByAddress(end, Direction.INBOUND));
    return Trail.of(front).then(interfaceHops.end(end)).then(back(from, far.get(), end, address));
  }

  /// Arriving from the gateway, packets are judged by the client's address; what leaves the
  /// gateway's own subnet, by where it goes.
  private static TrafficSet seen(Course.Step.Edge over, TrafficSet filter, Address address) {
    return over.direction() == Direction.INBOUND
        ? filter
        : TrafficSet.ALL.map(all -> filter.at(address));
  }

  private Hop outside(TransitAttachment from, NetworkInterface end, Address address) {
    NetworkVpc vpc = snapshot.vpcs().get(end.vpcId());
    return Hop.filter(
        from.gatewayId(),
        "AWS::EC2::TransitGateway",
        TrafficSet.of(List.of(Cidr.all(address.family())))
            .minus(TrafficSet.of(vpc == null ? List.of() : vpc.blocks()))
            .and(InternetSources.SPOKEN),
        ExplanationCode.NO_POSSIBLE_DESTINATION,
        "packets for " + address);
  }

  private Hop tunnel(TransitAttachment attachment) {
    VpnConnection connection = snapshot.vpnConnections().get(attachment.resourceId());
    String kind = "AWS::EC2::VPNConnection";
    if (!attachment.available()) {
      return TransitRouting.down(attachment);
    }
    if (connection == null) {
      return Hop.unknown(
          attachment.resourceId(),
          kind,
          ExplanationCode.UNKNOWN_RESOURCE,
          "the VPN connection is not in the snapshot");
    }
    return connection.available()
        ? Hop.pass(connection.id(), kind, "the VPN connection is available")
        : Hop.stop(
            connection.id(),
            kind,
            ExplanationCode.TGW_BAD_STATE_VPN,
            "the VPN connection is not available");
  }

  /// The replies' own way: the subnet's table, the gateway's subnet, the gateway's tables.
  private Trail back(
      TransitAttachment from, TransitAttachment far, NetworkInterface end, Address address) {
    List<Hop> hops = new ArrayList<>();
    SubnetEdge.Replying replying = edge.replying();
    hops.add(
        replying.over(
            Course.edge(end.subnetId(), end.vpcId(), Direction.OUTBOUND), filter -> filter));
    for (Course.Step step : courses.entering(far.gatewayId(), end).steps()) {
      hops.add(
          switch (step) {
            case Course.Step.Router router -> router.hop();
            case Course.Step.Edge over ->
                replying.over(over, filter -> TrafficSet.ALL.map(all -> filter.at(address)));
          });
    }
    hops.add(subnetRoutes(far.gatewayId(), end));
    Returns returns = transit.returns(far, from);
    hops.add(
        new Hop(
            far.tableId().orElse(far.id()),
            "AWS::EC2::TransitGatewayRouteTable",
            returns.sure(),
            returns.may().minus(returns.sure()),
            ExplanationCode.TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT,
            "routes back to " + from.id()));
    return Trail.of(hops);
  }

  private Hop subnetRoutes(String gatewayId, NetworkInterface end) {
    Optional<RouteTable> table = routing.table(end.subnetId(), end.vpcId());
    if (table.isEmpty() || !routing.isWhole(table.get())) {
      return Hop.unknown(
          end.subnetId(),
          "AWS::EC2::Subnet",
          ExplanationCode.UNKNOWN_RESOURCE,
          "the route table of the subnet is not in the snapshot, or not whole");
    }
    TrafficSet returns = TrafficSet.NONE;
    TrafficSet unsure = TrafficSet.NONE;
    for (Routing.Reach reach : routing.reaches(table.get())) {
      RouteTable.Target target = reach.route().target();
      if (reach.route().state() == RouteTable.State.ACTIVE) {
        returns = target.id().equals(gatewayId) ? returns.or(reach.addresses()) : returns;
        unsure = GatewayPaths.handsOn(snapshot, target) ? unsure.or(reach.addresses()) : unsure;
      }
    }
    return new Hop(
        table.get().id(),
        "AWS::EC2::RouteTable",
        returns,
        unsure,
        ExplanationCode.NO_ROUTE_TO_DESTINATION,
        "routes back to " + gatewayId);
  }
}
