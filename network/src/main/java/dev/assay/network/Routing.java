package dev.assay.network;

import dev.assay.network.packet.Address;
import dev.assay.network.packet.Cidr;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.NetworkSnapshot;
import dev.assay.network.snapshot.PrefixList;
import dev.assay.network.snapshot.RouteTable;
import dev.assay.network.snapshot.RouteTable.Destination;
import dev.assay.network.snapshot.RouteTable.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which route takes a packet: the longest prefix; among equals a static route to a block, then one
/// to a prefix list, then a propagated one. The VPC's own blocks are never taken over by a
/// propagated route, however specific.
final class Routing {
  private final NetworkSnapshot snapshot;
  private final Map<String, RouteTable> ofSubnet = new HashMap<>();
  private final Map<String, RouteTable> ofGateway = new HashMap<>();
  private final Map<String, RouteTable> mainTable = new HashMap<>();
  private final Map<String, List<Reach>> reaches = new HashMap<>();

  /// One route and the addresses it takes.
  record Reach(Route route, TrafficSet addresses) {}

  /// One block that a route claims; a lower rank wins among equal lengths.
  private record Claim(Route route, Cidr block, int rank) {}

  Routing(NetworkSnapshot snapshot) {
    this.snapshot = snapshot;
    for (RouteTable table : snapshot.routeTables().values()) {
      table.subnetIds().forEach(subnet -> ofSubnet.put(subnet, table));
      table.gatewayIds().forEach(gateway -> ofGateway.put(gateway, table));
      if (table.main()) {
        mainTable.put(table.vpcId(), table);
      }
    }
  }

  Optional<RouteTable> table(String subnetId, String vpcId) {
    RouteTable own = ofSubnet.get(subnetId);
    return Optional.ofNullable(own != null ? own : mainTable.get(vpcId));
  }

  /// The table that routes what arrives through a gateway, where one is associated.
  Optional<RouteTable> edgeTable(String gatewayId) {
    return Optional.ofNullable(ofGateway.get(gatewayId));
  }

  /// Whether a route of the table could not be read whole, so that its answers are unsure.
  boolean isWhole(RouteTable table) {
    return table.routes().stream()
        .allMatch(
            route ->
                !(route.destination() instanceof Destination.Prefixes prefixes)
                    || snapshot.prefixLists().containsKey(prefixes.prefixListId()));
  }

  Optional<Route> route(RouteTable table, Address address) {
    return reaches(table).stream()
        .filter(reach -> !reach.addresses().at(address).isEmpty())
        .map(Reach::route)
        .findFirst();
  }

  List<Reach> reaches(RouteTable table) {
    return reaches.computeIfAbsent(table.id(), id -> computed(table));
  }

  /// The same of a table that is not the snapshot's.
  List<Reach> anew(RouteTable table) {
    return computed(table);
  }

  private List<Reach> computed(RouteTable table) {
    List<Claim> claims = new ArrayList<>();
    table.routes().forEach(route -> claims.addAll(claims(route)));
    claims.sort(
        Comparator.comparingInt((Claim claim) -> -claim.block().length())
            .thenComparingInt(Claim::rank));
    TrafficSet local =
        TrafficSet.of(
            claims.stream()
                .filter(claim -> claim.route().target().kind() == RouteTable.Kind.LOCAL)
                .map(Claim::block)
                .toList());
    List<Reach> found = new ArrayList<>();
    TrafficSet taken = TrafficSet.NONE;
    for (Claim claim : claims) {
      TrafficSet block = TrafficSet.of(List.of(claim.block()));
      TrafficSet won = block.minus(taken);
      if (claim.route().propagated()) {
        won = won.minus(local);
      }
      taken = taken.or(won);
      if (!won.isEmpty()) {
        found.add(new Reach(claim.route(), won));
      }
    }
    return found;
  }

  private List<Claim> claims(Route route) {
    return switch (route.destination()) {
      case Destination.Block block ->
          List.of(new Claim(route, block.cidr(), route.propagated() ? 2 : 0));
      case Destination.Prefixes prefixes -> {
        PrefixList list = snapshot.prefixLists().get(prefixes.prefixListId());
        yield list == null
            ? List.of()
            : list.entries().stream().map(entry -> new Claim(route, entry, 1)).toList();
      }
    };
  }
}
