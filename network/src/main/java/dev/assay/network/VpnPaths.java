package dev.assay.network;

import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import dev.assay.network.snapshot.NetworkVpc;
import dev.assay.network.snapshot.RouteTable;
import dev.assay.network.snapshot.VpcGateway;
import dev.assay.network.snapshot.VpnConnection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The ways from networks behind a VPN gateway: from any address that the subnet's own routes send
/// back to that gateway.
final class VpnPaths {
  private final NetworkSnapshot snapshot;
  private final Routing routing;
  private final GatewayPaths paths;
  private final Map<String, TrafficSet> outside = new HashMap<>();

  VpnPaths(NetworkSnapshot snapshot, Routing routing, GatewayPaths paths) {
    this.snapshot = snapshot;
    this.routing = routing;
    this.paths = paths;
  }

  List<Candidate> to(NetworkInterface end) {
    List<Candidate> candidates = new ArrayList<>();
    for (VpcGateway gateway : snapshot.vpnGateways().values()) {
      if (gateway.attachedVpcIds().contains(end.vpcId())) {
        end.addresses()
            .forEach(
                assigned ->
                    candidates.add(
                        Candidate.straight(
                            gateway.id(),
                            Candidate.Route.VGW,
                            end,
                            assigned.address(),
                            trail(gateway, end, assigned))));
      }
    }
    return candidates;
  }

  private Trail trail(
      VpcGateway gateway, NetworkInterface end, NetworkInterface.Assigned assigned) {
    Trail front =
        Trail.of(
            List.of(
                tunnels(gateway),
                Hop.filter(
                    gateway.id(),
                    "AWS::EC2::VPNGateway",
                    TrafficSet.of(assigned.address().family()),
                    ExplanationCode.NO_POSSIBLE_DESTINATION,
                    "packets for " + assigned.address())));
    if (routing.edgeTable(gateway.id()).isPresent()) {
      front =
          front.then(
              Hop.unknown(
                  gateway.id(),
                  "AWS::EC2::VPNGateway",
                  ExplanationCode.UNSUPPORTED_COMPONENT,
                  "a route table is associated with the gateway, which is not modelled"));
    }
    RouteTable.Target target = new RouteTable.Target(RouteTable.Kind.VPN_GATEWAY, gateway.id());
    return paths.trail(front, target, end, sources(end.vpcId()));
  }

  private TrafficSet sources(String vpcId) {
    return outside.computeIfAbsent(
        vpcId,
        id -> {
          NetworkVpc vpc = snapshot.vpcs().get(id);
          return TrafficSet.ALL.minus(TrafficSet.of(vpc == null ? List.of() : vpc.blocks()));
        });
  }

  private Hop tunnels(VpcGateway gateway) {
    List<VpnConnection> connections =
        snapshot.vpnConnections().values().stream()
            .filter(connection -> connection.vpnGatewayId().equals(gateway.id()))
            .toList();
    String kind = "AWS::EC2::VPNConnection";
    for (VpnConnection connection : connections) {
      if (connection.available()) {
        return Hop.pass(connection.id(), kind, "the VPN connection is available");
      }
    }
    return Hop.unknown(
        gateway.id(),
        "AWS::EC2::VPNGateway",
        ExplanationCode.BAD_STATE_VPN,
        "no VPN connection is available; whether Direct Connect leads here is not modelled");
  }
}
