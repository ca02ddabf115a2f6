package dev.assay.assessment.reachability;

import dev.assay.assessment.reachability.NetworkReport.Way;
import dev.assay.network.snapshot.Listings.Listing;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Which ways a listing bears on. Answers on single components (the listeners of a balancer, the
/// routes of a transit gateway) are none of these: where there is no such component, there is no
/// answer, and where there is, the evaluation itself misses it.
final class ListingKinds {
  private static final Set<Way> ALL = Set.of(Way.values());
  private static final Map<String, Set<Way>> WAYS =
      Map.ofEntries(
          Map.entry("Reservations", ALL),
          Map.entry("NetworkInterfaces", ALL),
          Map.entry("Vpcs", ALL),
          Map.entry("Subnets", ALL),
          Map.entry("SecurityGroups", ALL),
          Map.entry("NetworkAcls", ALL),
          Map.entry("RouteTables", ALL),
          Map.entry("PrefixLists", ALL),
          Map.entry("InternetGateways", Set.of(Way.INTERNET)),
          Map.entry("VpnGateways", Set.of(Way.VPN, Way.DIRECT_CONNECT)),
          Map.entry("VpnConnections", Set.of(Way.VPN)),
          Map.entry("VpcPeeringConnections", Set.of(Way.VPC_PEERING)),
          Map.entry("TransitGateways", Set.of(Way.VPN, Way.VPC_PEERING)),
          Map.entry("TransitGatewayAttachments", Set.of(Way.VPN, Way.VPC_PEERING)),
          Map.entry("TransitGatewayVpcAttachments", Set.of(Way.VPN, Way.VPC_PEERING)),
          Map.entry("TransitGatewayPeeringAttachments", Set.of(Way.VPC_PEERING)),
          Map.entry("TransitGatewayRouteTables", Set.of(Way.VPN, Way.VPC_PEERING)),
          Map.entry("LoadBalancers", Set.of(Way.APPLICATION_LOAD_BALANCER)),
          Map.entry("TargetGroups", Set.of(Way.APPLICATION_LOAD_BALANCER)),
          Map.entry("LoadBalancerDescriptions", Set.of(Way.ELASTIC_LOAD_BALANCER)));

  private ListingKinds() {}

  static Set<Way> ways(String kind) {
    return WAYS.getOrDefault(kind, Set.of());
  }

  /// Those that bear on any way.
  static Set<Listing> bearing(Set<Listing> listings) {
    return listings.stream()
        .filter(listing -> WAYS.containsKey(listing.kind()))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
