package dev.assay.network.reader;

import java.util.LinkedHashMap;
import java.util.Map;

/// Descriptions that a whole snapshot has, and what an answer lacks without each.
final class Missing {
  private Missing() {}

  static Map<String, String> consequences() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("Reservations", "no file describes instances: whether they run is not evaluated");
    all.put(
        "NetworkInterfaces",
        "no file describes interfaces: only those of described instances are evaluated");
    all.put("SecurityGroups", "no file describes security groups: nothing can be decided");
    all.put("NetworkAcls", "no file describes network ACLs: nothing can be decided");
    all.put("RouteTables", "no file describes route tables: nothing can be decided");
    all.put("InternetGateways", "no file describes internet gateways: nothing can be decided");
    all.put("VpnGateways", "no file describes VPN gateways: what comes through them is missing");
    all.put("VpcPeeringConnections", "no file describes peering: peered VPCs are missing");
    all.put(
        "VpcBlockPublicAccessOptions",
        "no file describes VPC block public access: it is taken to be off");
    return all;
  }
}
