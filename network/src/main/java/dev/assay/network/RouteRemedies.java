package dev.assay.network;

import dev.assay.network.Remediation.Change.DeleteRoute;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import dev.assay.network.snapshot.RouteTable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The routes that replies leave a VPC by: without them nothing is answered. They carry every port,
/// and what the interfaces send of their own accord, so they are the last resort.
///
/// Only routes to internet and VPN gateways: nobody comes to another interface by them.
final class RouteRemedies {
  private static final Set<RouteTable.Kind> OUT =
      EnumSet.of(RouteTable.Kind.INTERNET_GATEWAY, RouteTable.Kind.VPN_GATEWAY);

  private final NetworkSnapshot snapshot;
  private final Routing routing;

  RouteRemedies(NetworkSnapshot snapshot) {
    this.snapshot = snapshot;
    this.routing = new Routing(snapshot);
  }

  /// Nothing where another route would take over.
  ///
  /// @param at the interface that replies
  List<DeleteRoute> deleting(Trail way, NetworkInterface at, TrafficSet unwanted) {
    Optional<RouteTable> found = routing.table(at.subnetId(), at.vpcId()).filter(routing::isWhole);
    if (found.isEmpty()) {
      return List.of();
    }
    RouteTable table = found.get();
    Set<String> passed = new HashSet<>();
    way.hops().forEach(hop -> passed.add(hop.id()));
    List<RouteTable.Route> routes = new ArrayList<>();
    TrafficSet replied = TrafficSet.NONE;
    for (Routing.Reach reach : routing.reaches(table)) {
      RouteTable.Target target = reach.route().target();
      if (OUT.contains(target.kind())
          && passed.contains(target.id())
          && reach.addresses().meets(unwanted)) {
        routes.add(reach.route());
        replied = replied.or(reach.addresses());
      }
    }
    List<RouteTable.Route> distinct = routes.stream().distinct().toList();
    return distinct.isEmpty() || takenOver(table, distinct, replied)
        ? List.of()
        : distinct.stream().map(route -> new DeleteRoute(table.id(), route)).toList();
  }

  private boolean takenOver(RouteTable table, List<RouteTable.Route> deleted, TrafficSet replied) {
    List<RouteTable.Route> left =
        table.routes().stream().filter(route -> !deleted.contains(route)).toList();
    RouteTable without =
        new RouteTable(
            table.id(), table.vpcId(), table.main(), table.subnetIds(), table.gatewayIds(), left);
    return routing.anew(without).stream().anyMatch(reach -> reach.addresses().meets(replied));
  }

  /// Every interface whose replies the table routes.
  Set<String> losing(List<DeleteRoute> changes) {
    String table = changes.getFirst().tableId();
    Set<String> losing = new HashSet<>();
    for (NetworkInterface each : snapshot.interfaces().values()) {
      if (routing
          .table(each.subnetId(), each.vpcId())
          .filter(own -> own.id().equals(table))
          .isPresent()) {
        losing.add(each.id());
      }
    }
    return losing;
  }
}
