package dev.assay.jmh;

import dev.assay.network.packet.Address;
import dev.assay.network.packet.Cidr;
import dev.assay.network.packet.PortSet;
import dev.assay.network.packet.Services;
import dev.assay.network.snapshot.NetworkAcl;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import dev.assay.network.snapshot.RouteTable;
import dev.assay.network.snapshot.SecurityGroup;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `NetworkFiles INTERFACES DIRECTORY`: a generated account as the files of a snapshot, so that
/// `assay network DIRECTORY` can be measured as people run it.
public final class NetworkFiles {
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final long SEED = 42;

  private final NetworkSnapshot account;
  private final Path directory;

  private NetworkFiles(NetworkSnapshot account, Path directory) {
    this.account = account;
    this.directory = directory;
  }

  public static void main(String[] args) throws IOException {
    Path directory = Files.createDirectories(Path.of(args[1]));
    NetworkSnapshot account = NetworkAccount.of(SEED, Integer.parseInt(args[0]));
    new NetworkFiles(account, directory).write();
    new NetworkBalancerFiles(account, new NetworkFiles(account, directory)::file).write();
  }

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /// One object a line, so that a large account needs little memory here.
  private void file(String key, Stream<ObjectNode> records) {
    try (BufferedWriter out = Files.newBufferedWriter(directory.resolve(key + ".json"))) {
      out.write("{\"" + key + "\": [");
      String between = "\n";
      for (ObjectNode each : (Iterable<ObjectNode>) records::iterator) {
        out.write(between + each);
        between = ",\n";
      }
      out.write("]}\n");
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  private void write() {
    file(
        "Vpcs",
        account.vpcs().values().stream()
            .map(
                vpc -> {
                  ObjectNode node = object().put("VpcId", vpc.id());
                  node.put("CidrBlock", vpc.blocks().getFirst().toString());
                  ArrayNode six = node.putArray("Ipv6CidrBlockAssociationSet");
                  vpc.blocks().stream()
                      .filter(block -> block.first().family() == Address.Family.IPV6)
                      .forEach(block -> six.addObject().put("Ipv6CidrBlock", block.toString()));
                  return node;
                }));
    file(
        "Subnets",
        account.subnets().values().stream()
            .map(
                each ->
                    object()
                        .put("SubnetId", each.id())
                        .put("VpcId", each.vpcId())
                        .put("AvailabilityZone", each.zone())
                        .put("OwnerId", "111122223333")));
    file("Reservations", account.instances().keySet().stream().map(NetworkFiles::reservation));
    file(
        "NetworkInterfaces",
        account.interfaces().values().stream().map(NetworkFiles::networkInterface));
    file("SecurityGroups", account.groups().values().stream().map(NetworkFiles::group));
    file("NetworkAcls", account.acls().values().stream().map(NetworkFiles::acl));
    file("RouteTables", account.routeTables().values().stream().map(NetworkFiles::table));
    file(
        "InternetGateways",
        account.internetGateways().values().stream()
            .map(
                each -> {
                  ObjectNode node = object().put("InternetGatewayId", each.id());
                  ArrayNode attached = node.putArray("Attachments");
                  each.attachedVpcIds()
                      .forEach(
                          vpc -> attached.addObject().put("VpcId", vpc).put("State", "available"));
                  return node;
                }));
    file("VpnGateways", Stream.of());
    file(
        "VpcPeeringConnections",
        account.peerings().values().stream()
            .map(
                each -> {
                  ObjectNode node = object().put("VpcPeeringConnectionId", each.id());
                  node.putObject("Status").put("Code", "active");
                  node.putObject("RequesterVpcInfo").put("VpcId", each.requesterVpcId());
                  node.putObject("AccepterVpcInfo").put("VpcId", each.accepterVpcId());
                  return node;
                }));
    file(
        "PrefixLists",
        account.prefixLists().values().stream()
            .map(
                each -> {
                  ObjectNode node = object().put("PrefixListId", each.id());
                  ArrayNode blocks = node.putArray("Cidrs");
                  each.entries().forEach(block -> blocks.add(block.toString()));
                  return node;
                }));
    file("VpcBlockPublicAccessOptions", Stream.of(object().put("InternetGatewayBlockMode", "off")));
  }

  private static ObjectNode reservation(String id) {
    ObjectNode node = object().put("ReservationId", "r-" + id);
    ObjectNode instance = node.putArray("Instances").addObject().put("InstanceId", id);
    instance.putObject("State").put("Name", "running");
    return node;
  }

  private static ObjectNode networkInterface(NetworkInterface each) {
    ObjectNode node = object().put("NetworkInterfaceId", each.id());
    node.put("SubnetId", each.subnetId()).put("VpcId", each.vpcId());
    node.put("OwnerId", each.ownerId());
    ArrayNode four = node.putArray("PrivateIpAddresses");
    ArrayNode six = node.putArray("Ipv6Addresses");
    for (NetworkInterface.Assigned own : each.addresses()) {
      if (own.address().family() == Address.Family.IPV6) {
        six.addObject().put("Ipv6Address", own.address().toString());
      } else {
        ObjectNode address = four.addObject().put("PrivateIpAddress", own.address().toString());
        address.put("Primary", true);
        own.associated()
            .ifPresent(it -> address.putObject("Association").put("PublicIp", it.toString()));
      }
    }
    ArrayNode groups = node.putArray("Groups");
    each.groups().forEach(group -> groups.addObject().put("GroupId", group));
    each.instanceId()
        .ifPresent(
            id ->
                node.putObject("Attachment")
                    .put("InstanceId", id)
                    .put("DeviceIndex", 0)
                    .put("NetworkCardIndex", 0));
    if (each.id().startsWith("eni-lb-")) {
      String balancer = each.id().substring("eni-".length(), each.id().lastIndexOf('-'));
      node.put("Description", "ELB " + NetworkBalancerFiles.name(balancer));
    }
    return node;
  }

  private static ObjectNode group(SecurityGroup each) {
    ObjectNode node = object().put("GroupId", each.id()).put("GroupName", each.name());
    node.put("VpcId", each.vpcId());
    rules(node.putArray("IpPermissions"), each.inbound());
    rules(node.putArray("IpPermissionsEgress"), each.outbound());
    return node;
  }

  private static void rules(ArrayNode to, List<SecurityGroup.Rule> rules) {
    for (SecurityGroup.Rule rule : rules) {
      ObjectNode node = to.addObject();
      if (rule.services().equals(Services.ALL)) {
        node.put("IpProtocol", "-1");
      } else {
        PortSet.Range range = rule.services().parts().getFirst().ports().ranges().getFirst();
        node.put("IpProtocol", "tcp").put("FromPort", range.first()).put("ToPort", range.last());
      }
      switch (rule.peer()) {
        case SecurityGroup.Peer.Block block -> {
          boolean six = block.cidr().first().family() == Address.Family.IPV6;
          node.putArray(six ? "Ipv6Ranges" : "IpRanges")
              .addObject()
              .put(six ? "CidrIpv6" : "CidrIp", block.cidr().toString());
        }
        case SecurityGroup.Peer.Prefixes peer ->
            node.putArray("PrefixListIds").addObject().put("PrefixListId", peer.prefixListId());
        case SecurityGroup.Peer.Members peer ->
            node.putArray("UserIdGroupPairs").addObject().put("GroupId", peer.groupId());
      }
    }
  }

  private static ObjectNode acl(NetworkAcl each) {
    ObjectNode node = object().put("NetworkAclId", each.id()).put("VpcId", each.vpcId());
    node.put("IsDefault", each.isDefault());
    ArrayNode subnets = node.putArray("Associations");
    each.subnetIds().forEach(subnet -> subnets.addObject().put("SubnetId", subnet));
    ArrayNode entries = node.putArray("Entries");
    for (Map.Entry<Boolean, List<NetworkAcl.Entry>> side :
        Map.of(false, each.inbound(), true, each.outbound()).entrySet()) {
      for (NetworkAcl.Entry entry : side.getValue()) {
        Cidr block = entry.peer();
        boolean six = block.first().family() == Address.Family.IPV6;
        entries
            .addObject()
            .put("Egress", side.getKey())
            .put("RuleNumber", entry.number())
            .put("RuleAction", entry.action() == NetworkAcl.Action.ALLOW ? "allow" : "deny")
            .put("Protocol", "-1")
            .put(six ? "Ipv6CidrBlock" : "CidrBlock", block.toString());
      }
    }
    return node;
  }

  private static ObjectNode table(RouteTable each) {
    ObjectNode node = object().put("RouteTableId", each.id()).put("VpcId", each.vpcId());
    node.putArray("Associations").addObject().put("Main", each.main());
    ArrayNode routes = node.putArray("Routes");
    for (RouteTable.Route route : each.routes()) {
      Cidr block = ((RouteTable.Destination.Block) route.destination()).cidr();
      boolean six = block.first().family() == Address.Family.IPV6;
      ObjectNode to = routes.addObject().put("State", "active").put("Origin", "CreateRoute");
      to.put(six ? "DestinationIpv6CidrBlock" : "DestinationCidrBlock", block.toString());
      String key =
          switch (route.target().kind()) {
            case PEERING -> "VpcPeeringConnectionId";
            case TRANSIT_GATEWAY -> "TransitGatewayId";
            default -> "GatewayId";
          };
      to.put(key, route.target().id());
    }
    return node;
  }
}
