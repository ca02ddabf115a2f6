package dev.assay.network.reader;

import dev.assay.network.packet.Cidr;
import dev.assay.network.snapshot.RouteTable;
import dev.assay.network.snapshot.RouteTable.Destination;
import dev.assay.network.snapshot.RouteTable.Kind;
import dev.assay.network.snapshot.RouteTable.Route;
import dev.assay.network.snapshot.RouteTable.State;
import dev.assay.network.snapshot.RouteTable.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads one route table as `describe-route-tables` prints it.
final class RouteTableReader {
  private static final Map<String, Kind> TARGETS = targets();

  private RouteTableReader() {}

  private static Map<String, Kind> targets() {
    Map<String, Kind> targets = new LinkedHashMap<>();
    targets.put("NatGatewayId", Kind.NAT_GATEWAY);
    targets.put("TransitGatewayId", Kind.TRANSIT_GATEWAY);
    targets.put("VpcPeeringConnectionId", Kind.PEERING);
    targets.put("EgressOnlyInternetGatewayId", Kind.EGRESS_ONLY_GATEWAY);
    targets.put("NetworkInterfaceId", Kind.INTERFACE);
    targets.put("InstanceId", Kind.INTERFACE);
    for (String other :
        List.of("LocalGatewayId", "CarrierGatewayId", "CoreNetworkArn", "OdbNetworkArn")) {
      targets.put(other, Kind.OTHER);
    }
    return targets;
  }

  static RouteTable read(Json table) {
    List<Json> associations =
        table.list("Associations").stream().filter(RouteTableReader::inForce).toList();
    return new RouteTable(
        table.need("RouteTableId"),
        table.text("VpcId").orElse(""),
        associations.stream().anyMatch(association -> association.is("Main")),
        associations.stream().flatMap(each -> each.text("SubnetId").stream()).toList(),
        associations.stream().flatMap(each -> each.text("GatewayId").stream()).toList(),
        table.list("Routes").stream().map(RouteTableReader::route).toList());
  }

  private static boolean inForce(Json association) {
    return association
        .child("AssociationState")
        .flatMap(state -> state.text("State"))
        .map(state -> !state.equals("disassociated") && !state.equals("failed"))
        .orElse(true);
  }

  private static Route route(Json route) {
    return new Route(
        destination(route),
        target(route),
        route.text("Origin").filter("EnableVgwRoutePropagation"::equals).isPresent(),
        route.text("State").filter("blackhole"::equals).isPresent()
            ? State.BLACKHOLE
            : State.ACTIVE);
  }

  private static Destination destination(Json route) {
    return route
        .text("DestinationCidrBlock")
        .or(() -> route.text("DestinationIpv6CidrBlock"))
        .<Destination>map(cidr -> new Destination.Block(Cidr.parse(cidr)))
        .orElseGet(() -> new Destination.Prefixes(route.need("DestinationPrefixListId")));
  }

  private static Target target(Json route) {
    for (Map.Entry<String, Kind> kind : TARGETS.entrySet()) {
      String id = route.text(kind.getKey()).orElse(null);
      if (id != null) {
        return new Target(kind.getValue(), id);
      }
    }
    String id = route.text("GatewayId").orElse("unknown");
    return new Target(gateway(id), id);
  }

  /// `GatewayId` stands for several kinds, told apart by the id's beginning.
  private static Kind gateway(String id) {
    if (id.equals("local")) {
      return Kind.LOCAL;
    }
    return switch (id.substring(0, Math.max(0, id.indexOf('-')))) {
      case "igw" -> Kind.INTERNET_GATEWAY;
      case "vgw" -> Kind.VPN_GATEWAY;
      case "vpce" -> Kind.ENDPOINT;
      case "eigw" -> Kind.EGRESS_ONLY_GATEWAY;
      default -> Kind.OTHER;
    };
  }
}
