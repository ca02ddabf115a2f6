package dev.assay.network;

import dev.assay.network.packet.Address;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.NetworkSnapshot;
import dev.assay.network.snapshot.RouteTable;
import dev.assay.network.snapshot.TransitAttachment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The routing between the attachments of transit gateways: what comes from an attachment is routed
/// by the table associated with it, over peerings by the next gateway's, until it leaves.
final class TransitRouting {
  static final String ATTACHMENT = "AWS::EC2::TransitGatewayAttachment";
  private static final int MOST_KNOWN = 10_000;
  private static final String TABLE = "AWS::EC2::TransitGatewayRouteTable";

  private final NetworkSnapshot snapshot;
  private final Routing routing;
  private final Attachments attachments;
  private final Map<Start, Way> known = new HashMap<>();

  private record Start(String table, Address address) {}

  TransitRouting(NetworkSnapshot snapshot, Routing routing) {
    this.snapshot = snapshot;
    this.routing = routing;
    this.attachments = new Attachments(snapshot.transit());
  }

  /// The way of packets for one address, and the attachment they leave by, where they get there.
  record Way(List<Hop> hops, Optional<TransitAttachment> end) {
    Way {
      hops = List.copyOf(hops);
    }
  }

  /// Attachments with the same table share their ways.
  Way way(TransitAttachment from, Address address) {
    if (from.tableId().isEmpty() || from.kind() == TransitAttachment.Kind.PEERING) {
      return found(from, address);
    }
    if (known.size() == MOST_KNOWN) {
      known.clear();
    }
    return known.computeIfAbsent(
        new Start(from.tableId().get(), address), key -> found(from, address));
  }

  private Way found(TransitAttachment from, Address address) {
    List<Hop> hops = new ArrayList<>();
    List<TransitAttachment> seen = new ArrayList<>();
    TransitAttachment at = from;
    while (true) {
      seen.add(at);
      Optional<RouteTable> table = table(at, hops);
      Optional<TransitAttachment> next = table.flatMap(found -> next(found, address, hops));
      if (next.isEmpty() || next.get().kind() != TransitAttachment.Kind.PEERING) {
        return new Way(hops, next);
      }
      Optional<TransitAttachment> other = otherEnd(next.get());
      if (other.isEmpty() || seen.contains(other.get())) {
        hops.add(unknownEnd(next.get(), other.isPresent()));
        return new Way(hops, Optional.empty());
      }
      at = other.get();
    }
  }

  private Optional<TransitAttachment> otherEnd(TransitAttachment peering) {
    return attachments.attachment(peering.resourceId(), peering.id());
  }

  private static Hop unknownEnd(TransitAttachment peering, boolean roundAbout) {
    return roundAbout
        ? Hop.stop(peering.id(), ATTACHMENT, ExplanationCode.NO_PATH, "the routes lead in a circle")
        : Hop.unknown(
            peering.id(),
            ATTACHMENT,
            ExplanationCode.UNKNOWN_RESOURCE,
            "the other end, " + peering.resourceId() + ", is not in the snapshot");
  }

  private Optional<RouteTable> table(TransitAttachment at, List<Hop> hops) {
    if (at.tableId().isEmpty()) {
      hops.add(
          Hop.stop(
              at.id(),
              ATTACHMENT,
              ExplanationCode.TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION,
              "no route table is associated with the attachment"));
      return Optional.empty();
    }
    RouteTable table = snapshot.transit().tables().get(at.tableId().get());
    if (table == null || !routing.isWhole(table)) {
      hops.add(
          Hop.unknown(
              at.tableId().get(),
              TABLE,
              ExplanationCode.TGW_RTB_ROUTES_ARE_UNKNOWN,
              "the routes of the transit gateway's table are not in the snapshot, or not all"));
      return Optional.empty();
    }
    return Optional.of(table);
  }

  private Optional<TransitAttachment> next(RouteTable table, Address address, List<Hop> hops) {
    Optional<RouteTable.Route> route = routing.route(table, address);
    if (route.isEmpty()) {
      hops.add(
          Hop.stop(
              table.id(),
              TABLE,
              ExplanationCode.TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT,
              "no route to " + address));
      return Optional.empty();
    }
    if (route.get().state() == RouteTable.State.BLACKHOLE) {
      hops.add(
          Hop.stop(
              table.id(),
              TABLE,
              ExplanationCode.TGW_RTB_BAD_STATE_ROUTE,
              "the route to " + address + " is a blackhole"));
      return Optional.empty();
    }
    String id = route.get().target().id();
    Optional<TransitAttachment> found = attachments.attachment(table.vpcId(), id);
    hops.add(
        found.isEmpty()
            ? Hop.unknown(
                id,
                ATTACHMENT,
                ExplanationCode.UNKNOWN_RESOURCE,
                "the attachment that " + address + " is routed to is not in the snapshot")
            : through(table, found.get(), address));
    return found;
  }

  private static Hop through(RouteTable table, TransitAttachment to, Address address) {
    if (!to.available()) {
      return down(to);
    }
    return switch (to.kind()) {
      case VPC, VPN, PEERING ->
          Hop.pass(table.id(), TABLE, "the route to " + address + " leads to " + to.id());
      case DIRECT_CONNECT, OTHER ->
          Hop.unknown(
              to.id(),
              ATTACHMENT,
              ExplanationCode.UNSUPPORTED_COMPONENT,
              "what " + to.resourceId() + " does with packets is not modelled");
    };
  }

  static Hop down(TransitAttachment attachment) {
    return Hop.stop(
        attachment.id(),
        ATTACHMENT,
        ExplanationCode.BAD_STATE_ATTACHMENT,
        "the attachment is not available");
  }

  /// The addresses whose packets, coming from one attachment, leave by another.
  ///
  /// @param sure certainly so; what is not among them and in `may` depends on what was not read
  record Returns(TrafficSet sure, TrafficSet may) {
    static final Returns NONE = new Returns(TrafficSet.NONE, TrafficSet.NONE);
    static final Returns UNKNOWN = new Returns(TrafficSet.NONE, TrafficSet.ALL);
  }

  Returns returns(TransitAttachment from, TransitAttachment to) {
    return returns(from, to, new ArrayList<>());
  }

  private Returns returns(
      TransitAttachment from, TransitAttachment to, List<TransitAttachment> seen) {
    if (from.tableId().isEmpty() || seen.contains(from)) {
      return Returns.NONE;
    }
    seen.add(from);
    RouteTable table = snapshot.transit().tables().get(from.tableId().get());
    if (table == null || !routing.isWhole(table)) {
      return Returns.UNKNOWN;
    }
    TrafficSet sure = TrafficSet.NONE;
    TrafficSet may = TrafficSet.NONE;
    for (Routing.Reach reach : routing.reaches(table)) {
      if (reach.route().state() == RouteTable.State.ACTIVE) {
        Returns rest = beyond(table, reach.route().target().id(), to, seen);
        sure = sure.or(reach.addresses().and(rest.sure()));
        may = may.or(reach.addresses().and(rest.may()));
      }
    }
    return new Returns(sure, may);
  }

  private Returns beyond(
      RouteTable table, String id, TransitAttachment to, List<TransitAttachment> seen) {
    Optional<TransitAttachment> next = attachments.attachment(table.vpcId(), id);
    if (next.isEmpty()) {
      return Returns.UNKNOWN;
    }
    if (!next.get().available()) {
      return Returns.NONE;
    }
    if (next.get().equals(to)) {
      return new Returns(TrafficSet.ALL, TrafficSet.ALL);
    }
    return switch (next.get().kind()) {
      case PEERING ->
          otherEnd(next.get())
              .map(other -> returns(other, to, new ArrayList<>(seen)))
              .orElse(Returns.UNKNOWN);
      case VPC, VPN, DIRECT_CONNECT, OTHER -> Returns.NONE;
    };
  }
}
