package dev.assay.network.reader;

import dev.assay.network.packet.Cidr;
import dev.assay.network.snapshot.Gap;
import dev.assay.network.snapshot.NetworkVpc;
import dev.assay.network.snapshot.RouteTable;
import dev.assay.network.snapshot.Transit;
import dev.assay.network.snapshot.TransitAttachment;
import dev.assay.network.snapshot.TransitAttachment.Kind;
import dev.assay.network.snapshot.TransitGateway;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads transit gateways. What `search-transit-gateway-routes` and
/// `get-transit-gateway-route-table-propagations` print does not say which table it is of: a
/// `TransitGatewayRouteTableId` beside it does, or the file's name with that id in it.
final class TransitReader {
  /// Stands for a table that an attachment may well have: where its association was not read.
  private static final String NOT_READ = "unknown";

  private static final Pattern TABLE_ID = Pattern.compile("tgw-rtb-[0-9a-zA-Z]+");

  private final Map<String, TransitGateway> gateways = new TreeMap<>();
  private final Map<String, TransitAttachment> attachments = new TreeMap<>();
  private final Map<String, Json> vpcAttachments = new HashMap<>();
  private final Map<String, String> gatewayOfTable = new TreeMap<>();
  private final Map<String, List<RouteTable.Route>> routes = new HashMap<>();
  private final Map<String, List<String>> propagations = new HashMap<>();
  private final Map<String, List<Cidr>> learnt = new HashMap<>();
  private final Set<String> searched = new HashSet<>();
  private final Set<String> cut = new HashSet<>();

  void gateway(Json gateway) {
    String id = gateway.need("TransitGatewayId");
    gateways.put(id, new TransitGateway(id, enabled(gateway, "disable")));
  }

  private static boolean enabled(Json of, String otherwise) {
    return option(of, "SecurityGroupReferencingSupport", otherwise);
  }

  private static boolean option(Json of, String name, String otherwise) {
    return of.child("Options")
        .flatMap(options -> options.text(name))
        .orElse(otherwise)
        .equals("enable");
  }

  void attachment(Json attachment) {
    Kind kind =
        switch (attachment.need("ResourceType")) {
          case "vpc" -> Kind.VPC;
          case "vpn", "vpn-concentrator" -> Kind.VPN;
          case "peering", "tgw-peering" -> Kind.PEERING;
          case "direct-connect-gateway" -> Kind.DIRECT_CONNECT;
          default -> Kind.OTHER;
        };
    Optional<String> table =
        attachment
            .child("Association")
            .filter(it -> it.text("State").map("associated"::equals).orElse(true))
            .flatMap(it -> it.text("TransitGatewayRouteTableId"));
    put(
        attachment.need("TransitGatewayAttachmentId"),
        attachment.need("TransitGatewayId"),
        kind,
        attachment.need("ResourceId"),
        available(attachment),
        table);
  }

  private void put(
      String id,
      String gateway,
      Kind kind,
      String resource,
      boolean available,
      Optional<String> table) {
    attachments.put(
        gateway + "/" + id,
        new TransitAttachment(
            id, gateway, kind, resource, available, table, List.of(), true, false));
  }

  private static boolean available(Json of) {
    return of.text("State").map("available"::equals).orElse(true);
  }

  void vpcAttachment(Json attachment) {
    attachment.need("TransitGatewayId");
    attachment.need("VpcId");
    vpcAttachments.put(attachment.need("TransitGatewayAttachmentId"), attachment);
  }

  void peering(Json peering) {
    String id = peering.need("TransitGatewayAttachmentId");
    String one = side(peering, "RequesterTgwInfo");
    String other = side(peering, "AccepterTgwInfo");
    attachments.computeIfAbsent(one + "/" + id, key -> end(id, one, other, peering));
    attachments.computeIfAbsent(other + "/" + id, key -> end(id, other, one, peering));
  }

  private static TransitAttachment end(String id, String gateway, String other, Json peering) {
    return new TransitAttachment(
        id,
        gateway,
        Kind.PEERING,
        other,
        available(peering),
        Optional.of(NOT_READ),
        List.of(),
        false,
        false);
  }

  private static String side(Json peering, String key) {
    return peering
        .child(key)
        .flatMap(info -> info.text("TransitGatewayId"))
        .orElseThrow(() -> new IllegalArgumentException("it has no " + key));
  }

  void table(Json table) {
    gatewayOfTable.put(table.need("TransitGatewayRouteTableId"), table.need("TransitGatewayId"));
  }

  /// A VPN connection with static routes only tells what is learnt from it.
  void vpnConnection(Json connection) {
    boolean fixed = connection.child("Options").filter(it -> it.is("StaticRoutesOnly")).isPresent();
    if (fixed) {
      learnt.put(
          connection.need("VpnConnectionId"),
          connection.texts("Routes", "DestinationCidrBlock").stream().map(Cidr::parse).toList());
    }
  }

  /// The answer to a search, or a table's static routes as Batfish keeps them.
  void searched(String file, Json answer) {
    String id = tableId(file, answer);
    if (answer.is("AdditionalRoutesAvailable")) {
      cut.add(id);
    }
    for (Json route : answer.list("Routes")) {
      boolean propagated = route.text("Type").filter("propagated"::equals).isPresent();
      if (propagated) {
        searched.add(id);
      }
      routes.computeIfAbsent(id, key -> new ArrayList<>()).add(route(route, propagated));
    }
    routes.putIfAbsent(id, new ArrayList<>());
    if (answer.text("TransitGatewayRouteTableId").isEmpty()) {
      searched.add(id);
    }
  }

  private static RouteTable.Route route(Json route, boolean propagated) {
    RouteTable.Destination to =
        route
            .text("DestinationCidrBlock")
            .<RouteTable.Destination>map(cidr -> new RouteTable.Destination.Block(Cidr.parse(cidr)))
            .orElseGet(() -> new RouteTable.Destination.Prefixes(route.need("PrefixListId")));
    String attachment =
        route.list("TransitGatewayAttachments").stream()
            .flatMap(each -> each.text("TransitGatewayAttachmentId").stream())
            .findFirst()
            .orElse("");
    boolean blackhole = route.text("State").filter("blackhole"::equals).isPresent();
    return new RouteTable.Route(
        to,
        new RouteTable.Target(RouteTable.Kind.ATTACHMENT, attachment),
        propagated,
        blackhole ? RouteTable.State.BLACKHOLE : RouteTable.State.ACTIVE);
  }

  void propagations(String file, Json answer) {
    List<String> from =
        answer.list("TransitGatewayRouteTablePropagations").stream()
            .filter(each -> each.text("State").map("enabled"::equals).orElse(true))
            .flatMap(each -> each.text("TransitGatewayAttachmentId").stream())
            .toList();
    propagations.computeIfAbsent(tableId(file, answer), id -> new ArrayList<>()).addAll(from);
  }

  private static String tableId(String file, Json answer) {
    return answer
        .text("TransitGatewayRouteTableId")
        .or(() -> named(file))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "it does not say which transit gateway route table it is of; name the file"
                        + " after the table's id"));
  }

  private static Optional<String> named(String file) {
    Matcher id = TABLE_ID.matcher(file);
    return id.find() ? Optional.of(id.group()) : Optional.empty();
  }

  Transit transit(Map<String, NetworkVpc> vpcs, List<Gap> gaps) {
    List<TransitAttachment> all =
        new ArrayList<>(attachments.values().stream().map(this::whole).toList());
    vpcAttachments.forEach(
        (id, from) -> {
          String gateway = from.need("TransitGatewayId");
          if (!attachments.containsKey(gateway + "/" + id)) {
            all.add(
                whole(
                    new TransitAttachment(
                        id,
                        gateway,
                        Kind.VPC,
                        from.need("VpcId"),
                        available(from),
                        Optional.of(NOT_READ),
                        List.of(),
                        true,
                        false)));
          }
        });
    Map<String, RouteTable> tables = new TreeMap<>();
    gatewayOfTable.forEach(
        (id, gateway) -> {
          Optional<List<RouteTable.Route>> known = routes(id, gateway, all, vpcs);
          if (known.isEmpty() || cut.contains(id)) {
            gaps.add(
                new Gap(id, "not all its routes were read: what they lead to is not evaluated"));
          } else {
            tables.put(id, new RouteTable(id, gateway, false, List.of(), List.of(), known.get()));
          }
        });
    for (TransitAttachment each : all) {
      if (each.kind() == Kind.DIRECT_CONNECT || each.kind() == Kind.OTHER) {
        gaps.add(
            new Gap(each.id(), "what arrives through " + each.resourceId() + " is not evaluated"));
      }
    }
    return new Transit(gateways, all, tables);
  }

  private TransitAttachment whole(TransitAttachment bare) {
    Json of = vpcAttachments.get(bare.id());
    if (of == null) {
      return bare;
    }
    List<String> subnets =
        of.list("SubnetIds").stream().map(subnet -> subnet.node().asString()).toList();
    return new TransitAttachment(
        bare.id(),
        bare.gatewayId(),
        bare.kind(),
        bare.resourceId(),
        bare.available(),
        bare.tableId(),
        subnets,
        enabled(of, "enable"),
        option(of, "ApplianceModeSupport", "disable"));
  }

  /// What a search found has the propagated routes in it; elsewhere they are made from the
  /// attachments that propagate.
  private Optional<List<RouteTable.Route>> routes(
      String id, String gateway, List<TransitAttachment> all, Map<String, NetworkVpc> vpcs) {
    List<RouteTable.Route> known = routes.get(id);
    if (known == null || searched.contains(id)) {
      return Optional.ofNullable(known);
    }
    List<String> sources = propagations.get(id);
    if (sources == null) {
      return Optional.empty();
    }
    List<RouteTable.Route> whole = new ArrayList<>(known);
    for (String source : sources) {
      List<Cidr> blocks =
          all.stream()
              .filter(each -> each.gatewayId().equals(gateway) && each.id().equals(source))
              .findFirst()
              .map(each -> propagated(each, vpcs))
              .orElse(null);
      if (blocks == null) {
        return Optional.empty();
      }
      for (Cidr block : blocks) {
        whole.add(
            new RouteTable.Route(
                new RouteTable.Destination.Block(block),
                new RouteTable.Target(RouteTable.Kind.ATTACHMENT, source),
                true,
                RouteTable.State.ACTIVE));
      }
    }
    return Optional.of(whole);
  }

  private @org.jspecify.annotations.Nullable List<Cidr> propagated(
      TransitAttachment from, Map<String, NetworkVpc> vpcs) {
    return switch (from.kind()) {
      case VPC ->
          Optional.ofNullable(vpcs.get(from.resourceId())).map(NetworkVpc::blocks).orElse(null);
      case VPN -> learnt.get(from.resourceId());
      case PEERING -> List.of();
      case DIRECT_CONNECT, OTHER -> null;
    };
  }
}
