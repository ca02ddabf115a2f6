package dev.assay.network.reader;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What a plain array without a key holds, told by the id that its first record has.
final class Guess {
  /// In this order: an interface names its subnet, too.
  private static final List<Map.Entry<String, String>> IDS =
      List.of(
          Map.entry("ReservationId", "Reservations"),
          Map.entry("InstanceId", "Instances"),
          Map.entry("NetworkInterfaceId", "NetworkInterfaces"),
          Map.entry("NetworkAclId", "NetworkAcls"),
          Map.entry("RouteTableId", "RouteTables"),
          Map.entry("InternetGatewayId", "InternetGateways"),
          Map.entry("VpnConnectionId", "VpnConnections"),
          Map.entry("VpnGatewayId", "VpnGateways"),
          Map.entry("VpcPeeringConnectionId", "VpcPeeringConnections"),
          Map.entry("NatGatewayId", "NatGateways"),
          Map.entry("GroupId", "SecurityGroups"),
          Map.entry("PrefixListId", "PrefixLists"),
          Map.entry("LoadBalancerArn", "LoadBalancers"),
          Map.entry("TransitGatewayId", "TransitGateways"),
          Map.entry("SubnetId", "Subnets"),
          Map.entry("VpcId", "Vpcs"));

  private Guess() {}

  static String keyOf(JsonNode array) {
    if (array.isEmpty()) {
      return "Addresses";
    }
    Json first = new Json(array.get(0));
    return IDS.stream()
        .filter(id -> first.text(id.getKey()).isPresent())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("[]");
  }
}
