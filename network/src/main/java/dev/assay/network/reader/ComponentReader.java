package dev.assay.network.reader;

import dev.assay.network.packet.Cidr;
import dev.assay.network.snapshot.BlockPublicAccess;
import dev.assay.network.snapshot.Gap;
import dev.assay.network.snapshot.NetworkAcl;
import dev.assay.network.snapshot.NetworkInstance;
import dev.assay.network.snapshot.NetworkSubnet;
import dev.assay.network.snapshot.NetworkVpc;
import dev.assay.network.snapshot.PrefixList;
import dev.assay.network.snapshot.VpcEndpoint;
import dev.assay.network.snapshot.VpcGateway;
import dev.assay.network.snapshot.VpcPeering;
import dev.assay.network.snapshot.VpnConnection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads the simpler components, each as its `describe-*` prints it.
final class ComponentReader {
  private final Collected collected;

  ComponentReader(Collected collected) {
    this.collected = collected;
  }

  void vpc(Json vpc) {
    List<Cidr> blocks = new ArrayList<>();
    vpc.text("CidrBlock").map(Cidr::parse).ifPresent(blocks::add);
    vpc.texts("CidrBlockAssociationSet", "CidrBlock").forEach(text -> add(blocks, text));
    vpc.texts("Ipv6CidrBlockAssociationSet", "Ipv6CidrBlock").forEach(text -> add(blocks, text));
    collected.vpcs.put(vpc.need("VpcId"), new NetworkVpc(vpc.need("VpcId"), blocks));
  }

  private static void add(List<Cidr> blocks, String text) {
    Cidr block = Cidr.parse(text);
    if (!blocks.contains(block)) {
      blocks.add(block);
    }
  }

  void subnet(Json subnet) {
    String id = subnet.need("SubnetId");
    collected.subnets.put(
        id,
        new NetworkSubnet(
            id,
            subnet.need("VpcId"),
            subnet.text("AvailabilityZoneId").or(() -> subnet.text("AvailabilityZone")).orElse(""),
            subnet.text("OwnerId").orElse("")));
  }

  void reservation(Json reservation) {
    reservation.list("Instances").forEach(this::instance);
  }

  void instance(Json instance) {
    String id = instance.need("InstanceId");
    String word = instance.child("State").flatMap(state -> state.text("Name")).orElse("running");
    collected.instances.put(
        id, new NetworkInstance(id, state(id, word), tags(instance), machine(instance)));
    for (Json each : instance.list("NetworkInterfaces")) {
      // describe-network-interfaces says the same, and more; it wins whichever came first.
      collected.interfaces.putIfAbsent(
          each.need("NetworkInterfaceId"), InterfaceReader.read(each, Optional.of(id)));
    }
  }

  static Map<String, String> tags(Json described) {
    Map<String, String> tags = new HashMap<>();
    for (Json tag : described.list("Tags")) {
      tag.text("Key").ifPresent(key -> tags.put(key, tag.text("Value").orElse("")));
    }
    return tags;
  }

  private static NetworkInstance.Machine machine(Json instance) {
    return new NetworkInstance.Machine(
        instance.text("ImageId"),
        instance.text("InstanceType"),
        instance.text("Platform"),
        instance.text("LaunchTime").flatMap(ComponentReader::moment));
  }

  /// A moment that cannot be read bears on no answer.
  private static Optional<Instant> moment(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException unreadable) {
      return Optional.empty();
    }
  }

  private NetworkInstance.State state(String id, String word) {
    String name = word.toUpperCase(Locale.ROOT).replace('-', '_');
    for (NetworkInstance.State state : NetworkInstance.State.values()) {
      if (state.name().equals(name)) {
        return state;
      }
    }
    collected.gaps.add(
        new Gap(id, "its state '" + word + "' is unknown; it is taken to be running"));
    return NetworkInstance.State.UNKNOWN;
  }

  void networkInterface(Json from) {
    collected.interfaces.put(
        from.need("NetworkInterfaceId"), InterfaceReader.read(from, Optional.empty()));
    balancerOf(from)
        .ifPresent(
            balancer ->
                collected
                    .balancerNodes
                    .computeIfAbsent(balancer, key -> new ArrayList<>())
                    .add(from.need("NetworkInterfaceId")));
  }

  /// A balancer's nodes are told by their description alone: `ELB app/NAME/ID`, or of a classic
  /// one `ELB NAME`.
  private static Optional<String> balancerOf(Json from) {
    return from.text("Description")
        .filter(text -> text.startsWith("ELB "))
        .map(text -> text.substring("ELB ".length()));
  }

  void endpoint(Json endpoint) {
    VpcEndpoint.Kind kind =
        switch (endpoint.text("VpcEndpointType").orElse("Gateway").toLowerCase(Locale.ROOT)) {
          case "interface" -> VpcEndpoint.Kind.INTERFACE;
          case "gateway" -> VpcEndpoint.Kind.GATEWAY;
          default -> VpcEndpoint.Kind.OTHER;
        };
    String id = endpoint.need("VpcEndpointId");
    collected.endpoints.put(
        id,
        new VpcEndpoint(
            id,
            kind,
            endpoint.text("State").map("available"::equalsIgnoreCase).orElse(true),
            endpoint.list("NetworkInterfaceIds").stream()
                .map(each -> each.node().asString())
                .toList()));
  }

  void acl(Json acl) {
    List<NetworkAcl.Entry> inbound = new ArrayList<>();
    List<NetworkAcl.Entry> outbound = new ArrayList<>();
    for (Json entry : acl.list("Entries")) {
      (entry.is("Egress") ? outbound : inbound).add(entry(entry));
    }
    String id = acl.need("NetworkAclId");
    collected.acls.put(
        id,
        new NetworkAcl(
            id,
            acl.text("VpcId").orElse(""),
            acl.is("IsDefault"),
            acl.texts("Associations", "SubnetId"),
            inbound,
            outbound));
  }

  private static NetworkAcl.Entry entry(Json entry) {
    NetworkAcl.Action action =
        switch (entry.need("RuleAction").toLowerCase(Locale.ROOT)) {
          case "allow" -> NetworkAcl.Action.ALLOW;
          case "deny" -> NetworkAcl.Action.DENY;
          default ->
              throw new IllegalArgumentException(
                  "unknown RuleAction '" + entry.need("RuleAction") + "'");
        };
    String peer = entry.text("CidrBlock").orElseGet(() -> entry.need("Ipv6CidrBlock"));
    return new NetworkAcl.Entry(
        entry.number("RuleNumber").orElseThrow(),
        action,
        Cidr.parse(peer),
        ServiceReader.ofAcl(entry));
  }

  void internetGateway(Json gateway) {
    String id = gateway.need("InternetGatewayId");
    collected.internetGateways.put(id, new VpcGateway(id, attached(gateway.list("Attachments"))));
  }

  void vpnGateway(Json gateway) {
    String id = gateway.need("VpnGatewayId");
    collected.vpnGateways.put(id, new VpcGateway(id, attached(gateway.list("VpcAttachments"))));
  }

  private static List<String> attached(List<Json> attachments) {
    return attachments.stream()
        .filter(
            each ->
                each.text("State")
                    .map(state -> state.equals("available") || state.equals("attached"))
                    .orElse(true))
        .flatMap(each -> each.text("VpcId").stream())
        .toList();
  }

  void vpnConnection(Json connection) {
    String id = connection.need("VpnConnectionId");
    collected.vpnConnections.put(
        id,
        new VpnConnection(
            id,
            connection.text("VpnGatewayId").orElse(""),
            connection.text("State").filter("available"::equals).isPresent()));
    collected.transit.vpnConnection(connection);
  }

  void peering(Json peering) {
    String id = peering.need("VpcPeeringConnectionId");
    collected.peerings.put(
        id,
        new VpcPeering(
            id,
            side(peering, "RequesterVpcInfo"),
            side(peering, "AccepterVpcInfo"),
            peering
                .child("Status")
                .flatMap(status -> status.text("Code"))
                .filter("active"::equals)
                .isPresent()));
  }

  private static String side(Json peering, String key) {
    return peering.child(key).flatMap(info -> info.text("VpcId")).orElse("");
  }

  /// An entry of `describe-prefix-lists`, which, unlike the managed lists' own description, has
  /// the blocks.
  void prefixList(Json list) {
    String id = list.need("PrefixListId");
    List<Cidr> entries = new ArrayList<>();
    list.list("Cidrs").forEach(cidr -> entries.add(Cidr.parse(cidr.node().asString())));
    list.texts("Entries", "Cidr").forEach(cidr -> entries.add(Cidr.parse(cidr)));
    if (list.child("Cidrs").isPresent() || list.child("Entries").isPresent()) {
      collected.prefixLists.put(id, new PrefixList(id, entries));
    }
  }

  void blockPublicAccess(Json options) {
    String mode = options.text("InternetGatewayBlockMode").orElse("off");
    collected.mode =
        switch (mode) {
          case "off" -> BlockPublicAccess.Mode.OFF;
          case "block-ingress" -> BlockPublicAccess.Mode.BLOCK_INGRESS;
          case "block-bidirectional" -> BlockPublicAccess.Mode.BLOCK_BIDIRECTIONAL;
          default -> throw new IllegalArgumentException("unknown InternetGatewayBlockMode " + mode);
        };
  }

  void exclusion(Json exclusion) {
    boolean inForce =
        exclusion
            .text("State")
            .map(state -> state.equals("create-complete") || state.equals("update-complete"))
            .orElse(true);
    String arn = exclusion.text("ResourceArn").orElse("");
    if (inForce
        && exclusion
            .text("InternetGatewayExclusionMode")
            .filter("allow-bidirectional"::equals)
            .isPresent()) {
      String id = arn.substring(arn.lastIndexOf('/') + 1);
      (id.startsWith("subnet-") ? collected.openSubnets : collected.openVpcs).add(id);
    }
  }
}
