package dev.assay.network;

import dev.assay.network.packet.Address;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.BlockPublicAccess;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import dev.assay.network.snapshot.NetworkVpc;
import dev.assay.network.snapshot.RouteTable;
import dev.assay.network.snapshot.VpcGateway;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The ways from the internet to an interface's addresses: through the VPC's internet gateway.
final class InternetPaths {
  private static final String KIND = "AWS::EC2::InternetGateway";
  private final NetworkSnapshot snapshot;
  private final Routing routing;
  private final BalancerNodes nodes;
  private final GatewayPaths paths;
  private final Map<String, VpcGateway> gatewayOfVpc = new HashMap<>();
  private final Map<String, TrafficSet> outside = new HashMap<>();

  InternetPaths(
      NetworkSnapshot snapshot, Routing routing, BalancerNodes nodes, GatewayPaths paths) {
    this.nodes = nodes;
    this.snapshot = snapshot;
    this.routing = routing;
    this.paths = paths;
    for (VpcGateway gateway : snapshot.internetGateways().values()) {
      gateway.attachedVpcIds().forEach(vpc -> gatewayOfVpc.put(vpc, gateway));
    }
  }

  List<Candidate> to(NetworkInterface end) {
    List<Candidate> candidates = new ArrayList<>();
    for (NetworkInterface.Assigned assigned : end.addresses()) {
      candidates.add(
          Candidate.straight(
              "internet", Candidate.Route.INTERNET, end, assigned.address(), trail(end, assigned)));
    }
    return candidates;
  }

  private Trail trail(NetworkInterface end, NetworkInterface.Assigned assigned) {
    VpcGateway gateway = gatewayOfVpc.get(end.vpcId());
    if (gateway == null && !snapshot.internetGatewaysWhole()) {
      return Trail.of(
          List.of(
              Hop.unknown(
                  end.vpcId(),
                  "AWS::EC2::VPC",
                  ExplanationCode.UNKNOWN_RESOURCE,
                  "the internet gateways were not read, or not all")));
    }
    if (gateway == null) {
      return Trail.of(
          List.of(
              Hop.stop(
                  end.vpcId(),
                  "AWS::EC2::VPC",
                  ExplanationCode.NO_PATH,
                  "no internet gateway is attached to the VPC")));
    }
    Trail front = Trail.of(front(gateway, end, assigned));
    RouteTable.Target target =
        new RouteTable.Target(RouteTable.Kind.INTERNET_GATEWAY, gateway.id());
    if (front.mayPass().isEmpty()) {
      return front;
    }
    return paths.trail(front, target, end, sources(end.vpcId()));
  }

  private TrafficSet sources(String vpcId) {
    return outside.computeIfAbsent(
        vpcId,
        id -> {
          NetworkVpc vpc = snapshot.vpcs().get(id);
          return InternetSources.outside(vpc == null ? List.of() : vpc.blocks());
        });
  }

  private List<Hop> front(
      VpcGateway gateway, NetworkInterface end, NetworkInterface.Assigned assigned) {
    Address address = assigned.address();
    List<Hop> hops = new ArrayList<>();
    BlockPublicAccess block = snapshot.blockPublicAccess();
    if (block.blocksIngress(end.vpcId(), end.subnetId())) {
      hops.add(
          Hop.stop(
              gateway.id(),
              KIND,
              ExplanationCode.VPC_BLOCK_PUBLIC_ACCESS_ENABLED,
              "VPC block public access lets nothing in"));
    }
    if (nodes.isInternal(end)) {
      hops.add(
          Hop.stop(
              gateway.id(),
              KIND,
              ExplanationCode.NO_POSSIBLE_DESTINATION,
              "the load balancer is an internal one"));
    }
    if (!hasPublicAddress(assigned)) {
      hops.add(
          Hop.stop(
              gateway.id(),
              KIND,
              ExplanationCode.IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS,
              "no public address is associated with " + address));
    }
    // Both families have sources of their own.
    hops.add(
        Hop.filter(
            gateway.id(),
            KIND,
            TrafficSet.of(address.family()),
            ExplanationCode.NO_POSSIBLE_DESTINATION,
            assigned
                .associated()
                .map(shown -> shown + " is the public address of " + address)
                .orElse(address + " is a public address itself")));
    routing.edgeTable(gateway.id()).ifPresent(table -> hops.add(arrival(table, address)));
    return hops;
  }

  private static boolean hasPublicAddress(NetworkInterface.Assigned assigned) {
    return switch (assigned.address().family()) {
      case IPV4 -> assigned.associated().isPresent();
      case IPV6 -> !InternetSources.PUBLIC.at(assigned.address()).isEmpty();
    };
  }

  /// What the route table associated with the gateway does with packets for the address.
  private Hop arrival(RouteTable table, Address address) {
    String kind = "AWS::EC2::RouteTable";
    Optional<RouteTable.Route> route = routing.route(table, address);
    if (!routing.isWhole(table)) {
      return Hop.unknown(
          table.id(),
          kind,
          ExplanationCode.UNKNOWN_RESOURCE,
          "a prefix list of the gateway's route table is not in the snapshot");
    }
    if (route.isEmpty()) {
      return Hop.stop(
          table.id(),
          kind,
          ExplanationCode.NO_ROUTE_TO_DESTINATION,
          "the gateway's route table has no route to " + address);
    }
    if (route.get().state() == RouteTable.State.BLACKHOLE) {
      return Hop.stop(
          table.id(),
          kind,
          ExplanationCode.BAD_STATE_ROUTE,
          "the gateway's route to " + address + " is a blackhole");
    }
    return route.get().target().kind() == RouteTable.Kind.LOCAL
        ? Hop.pass(table.id(), kind, "the gateway's route table hands packets on")
        : Hop.unknown(
            table.id(),
            kind,
            ExplanationCode.INGRESS_RTB_TRAFFIC_REDIRECTION,
            "arriving packets go to " + route.get().target().id() + ", which is not modelled");
  }
}
