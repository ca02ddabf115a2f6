package dev.assay.network;

import dev.assay.network.Course.Step;
import dev.assay.network.Filters.Direction;
import dev.assay.network.TransitRouting.Way;
import dev.assay.network.packet.Address;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import dev.assay.network.snapshot.NetworkSubnet;
import dev.assay.network.snapshot.RouteTable;
import dev.assay.network.snapshot.TransitAttachment;
import dev.assay.network.snapshot.TransitGateway;
import java.util.List;
import java.util.Optional;

/// Courses through transit gateways. The gateway has an interface in one subnet of each zone it is
/// attached in: packets enter it in their own zone or not at all, and cross that subnet's edge as
/// they come and as they leave; only an interface in that very subnet is spoken to without.
final class TransitCourses {
  private final NetworkSnapshot snapshot;
  private final Routing routing;
  private final Attachments attachments;
  private final TransitRouting transit;

  TransitCourses(NetworkSnapshot snapshot, Routing routing, TransitRouting transit) {
    this.snapshot = snapshot;
    this.routing = routing;
    this.attachments = new Attachments(snapshot.transit());
    this.transit = transit;
  }

  /// From where the subnet's route table hands packets to the gateway.
  Course course(String gatewayId, NetworkInterface from, NetworkInterface to, Address address) {
    Course entering = entering(gatewayId, from);
    Optional<TransitAttachment> near = attachments.ofVpc(gatewayId, from.vpcId());
    if (near.isEmpty()) {
      return entering;
    }
    Way way = transit.way(near.get(), address);
    Course through = entering.then(routers(way.hops()));
    if (way.end().isEmpty()) {
      return through;
    }
    TransitAttachment far = way.end().get();
    if (far.kind() != TransitAttachment.Kind.VPC || !far.resourceId().equals(to.vpcId())) {
      return through.then(
          router(
              Hop.stop(
                  far.id(),
                  TransitRouting.ATTACHMENT,
                  ExplanationCode.TGW_RTB_CANNOT_ROUTE,
                  "packets for " + address + " go to " + far.resourceId())));
    }
    boolean names =
        near.get().gatewayId().equals(far.gatewayId())
            && near.get().namesGroups()
            && far.namesGroups()
            && Optional.ofNullable(snapshot.transit().gateways().get(gatewayId))
                .map(TransitGateway::namesGroups)
                .orElse(false);
    Course arriving = arriving(near.get(), far, Optional.of(from), to, address);
    return new Course(through.then(arriving).steps(), names);
  }

  private static Course routers(List<Hop> hops) {
    return new Course(hops.stream().<Step>map(Step.Router::new).toList(), false);
  }

  private static Course router(Hop hop) {
    return routers(List.of(hop));
  }

  /// From an interface into the gateway; the same steps, turned round, lead nowhere else.
  Course entering(String gatewayId, NetworkInterface from) {
    Optional<TransitAttachment> found = attachments.ofVpc(gatewayId, from.vpcId());
    if (found.isEmpty()) {
      return router(
          Hop.unknown(
              gatewayId,
              "AWS::EC2::TransitGateway",
              ExplanationCode.UNKNOWN_RESOURCE,
              "the attachment of " + from.vpcId() + " is not in the snapshot"));
    }
    TransitAttachment attachment = found.get();
    String zone = zone(from.subnetId());
    List<String> subnets = inZone(attachment, zone);
    if (attachment.subnetIds().isEmpty() || zone.isEmpty()) {
      return router(
          Hop.unknown(
              attachment.id(),
              TransitRouting.ATTACHMENT,
              ExplanationCode.UNKNOWN_RESOURCE,
              "the zones of the attachment or of the subnet are not in the snapshot"));
    }
    if (subnets.isEmpty()) {
      return router(
          Hop.stop(
              attachment.id(),
              TransitRouting.ATTACHMENT,
              ExplanationCode.TGW_ATTACH_VPC_AZ_RESTRICTION,
              "the transit gateway is not attached in the zone of " + from.subnetId()));
    }
    Course in =
        Course.of(new Step.Edge(subnets, attachment.resourceId(), Direction.INBOUND, false));
    return in.then(
        router(
            attachment.available()
                ? Hop.pass(gatewayId, "AWS::EC2::TransitGateway", "the transit gateway takes it in")
                : TransitRouting.down(attachment)));
  }

  /// From the gateway to an interface of the VPC it is attached to.
  ///
  /// @param from where in the snapshot the packets come from, if from there
  Course arriving(
      TransitAttachment near,
      TransitAttachment far,
      Optional<NetworkInterface> from,
      NetworkInterface to,
      Address address) {
    if (far.subnetIds().isEmpty()) {
      return router(
          Hop.unknown(
              far.id(),
              TransitRouting.ATTACHMENT,
              ExplanationCode.UNKNOWN_RESOURCE,
              "the zones of the attachment are not in the snapshot"));
    }
    boolean keepsZone =
        near.gatewayId().equals(far.gatewayId()) && !near.anyZone() && !far.anyZone();
    List<String> own =
        keepsZone ? from.map(at -> inZone(far, zone(at.subnetId()))).orElse(List.of()) : List.of();
    List<String> subnets = own.isEmpty() ? far.subnetIds() : own;
    List<String> others = subnets.stream().filter(subnet -> !subnet.equals(to.subnetId())).toList();
    Course routed = router(landing(subnets, to, address));
    if (others.isEmpty()) {
      return routed;
    }
    boolean avoidable = others.size() < subnets.size();
    return routed.then(
        Course.of(
            new Step.Edge(others, to.vpcId(), Direction.OUTBOUND, avoidable),
            new Step.Edge(List.of(to.subnetId()), to.vpcId(), Direction.INBOUND, avoidable)));
  }

  /// The route tables of the gateway's own subnets have to leave packets to the VPC.
  private Hop landing(List<String> subnets, NetworkInterface to, Address address) {
    for (String subnet : subnets) {
      Optional<RouteTable> table = routing.table(subnet, to.vpcId());
      boolean local =
          table.isPresent()
              && routing.isWhole(table.get())
              && routing
                  .route(table.get(), address)
                  .filter(route -> route.target().kind() == RouteTable.Kind.LOCAL)
                  .isPresent();
      if (!local) {
        return Hop.unknown(
            subnet,
            "AWS::EC2::Subnet",
            ExplanationCode.UNSUPPORTED_COMPONENT,
            "the route table of the transit gateway's subnet may lead " + address + " elsewhere");
      }
    }
    return Hop.pass(to.vpcId(), "AWS::EC2::VPC", "the transit gateway hands packets to the VPC");
  }

  private String zone(String subnet) {
    NetworkSubnet found = snapshot.subnets().get(subnet);
    return found == null ? "" : found.zone();
  }

  private List<String> inZone(TransitAttachment attachment, String zone) {
    return attachment.subnetIds().stream()
        .filter(subnet -> !zone.isEmpty() && zone(subnet).equals(zone))
        .toList();
  }
}
