package dev.assay.network.reader;

import dev.assay.network.snapshot.Origin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whose each component is: by its ARN, its owner's id and its availability zone, and where these
/// do not say it, by the names of the folders that its file is in.
final class OriginReader {
  private static final Pattern ARN = Pattern.compile("arn:[^:]*:[^:]*:([^:]*):([0-9]{12}):.*");
  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
  private static final Pattern REGION = Pattern.compile("[a-z]{2}(?:-[a-z]+)+-[0-9]");
  private static final List<String> ARNS =
      List.of("LoadBalancerArn", "SubnetArn", "SecurityGroupArn", "TransitGatewayArn");

  /// What each kind is known by.
  private static final Map<String, String> IDS =
      Map.ofEntries(
          Map.entry("Instances", "InstanceId"),
          Map.entry("NetworkInterfaces", "NetworkInterfaceId"),
          Map.entry("Subnets", "SubnetId"),
          Map.entry("Vpcs", "VpcId"),
          Map.entry("SecurityGroups", "GroupId"),
          Map.entry("NetworkAcls", "NetworkAclId"),
          Map.entry("RouteTables", "RouteTableId"),
          Map.entry("InternetGateways", "InternetGatewayId"),
          Map.entry("VpnGateways", "VpnGatewayId"),
          Map.entry("VpnConnections", "VpnConnectionId"),
          Map.entry("VpcEndpoints", "VpcEndpointId"),
          Map.entry("TransitGateways", "TransitGatewayId"),
          Map.entry("TransitGatewayRouteTables", "TransitGatewayRouteTableId"),
          Map.entry("LoadBalancers", "LoadBalancerArn"),
          Map.entry("LoadBalancerDescriptions", "LoadBalancerName"));

  private final Map<String, Origin> origins = new HashMap<>();

  /// A record was read.
  void read(String folder, String kind, Json record) {
    if (kind.equals("Reservations")) {
      Origin owner = new Origin(owner(record), Optional.empty());
      record
          .list("Instances")
          .forEach(each -> put(folder, "InstanceId", each, own(each).or(owner)));
    } else if (IDS.containsKey(kind)) {
      put(folder, IDS.get(kind), record, own(record));
    }
  }

  private void put(String folder, String key, Json record, Origin own) {
    record
        .text(key)
        .ifPresent(
            id -> {
              Origin known = own.or(named(folder));
              if (!known.equals(Origin.UNKNOWN)) {
                origins.put(id, known);
              }
            });
  }

  private static Origin own(Json record) {
    Origin own = Origin.UNKNOWN;
    for (String key : ARNS) {
      Matcher arn = ARN.matcher(record.text(key).orElse(""));
      if (arn.matches()) {
        own =
            own.or(
                new Origin(
                    Optional.of(arn.group(2)),
                    Optional.of(arn.group(1)).filter(region -> !region.isEmpty())));
      }
    }
    return own.or(new Origin(owner(record), region(record)));
  }

  private static Optional<String> owner(Json record) {
    return record.text("OwnerId").filter(id -> ACCOUNT.matcher(id).matches());
  }

  /// The region that an availability zone, or a local one, is of.
  private static Optional<String> region(Json record) {
    return record
        .text("AvailabilityZone")
        .or(() -> record.child("Placement").flatMap(each -> each.text("AvailabilityZone")))
        .map(REGION::matcher)
        .filter(Matcher::lookingAt)
        .map(Matcher::group);
  }

  private static Origin named(String folder) {
    Optional<String> account = Optional.empty();
    Optional<String> region = Optional.empty();
    for (String part : folder.split("/", -1)) {
      account = ACCOUNT.matcher(part).matches() ? Optional.of(part) : account;
      region = REGION.matcher(part).matches() ? Optional.of(part) : region;
    }
    return new Origin(account, region);
  }

  Map<String, Origin> origins() {
    return origins;
  }
}
