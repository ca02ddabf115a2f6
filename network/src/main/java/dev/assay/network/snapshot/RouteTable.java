package dev.assay.network.snapshot;

import dev.assay.network.packet.Cidr;
import java.util.List;

/// A route table of a VPC, or of a transit gateway.
///
/// @param vpcId the VPC, or the transit gateway
/// @param main whether it serves the VPC's subnets that have no association of their own
/// @param subnetIds subnets associated explicitly
/// @param gatewayIds gateways whose arriving traffic it routes (edge association)
public record RouteTable(
    String id,
    String vpcId,
    boolean main,
    List<String> subnetIds,
    List<String> gatewayIds,
    List<Route> routes) {
  public RouteTable {
    subnetIds = List.copyOf(subnetIds);
    gatewayIds = List.copyOf(gatewayIds);
    routes = List.copyOf(routes);
  }

  /// One route.
  ///
  /// @param propagated learnt from a gateway, and so weaker than a static route to the same block
  public record Route(Destination destination, Target target, boolean propagated, State state) {}

  /// Where a route leads to addresses of.
  public sealed interface Destination {
    /// One block.
    record Block(Cidr cidr) implements Destination {}

    /// Every block of a managed prefix list.
    record Prefixes(String prefixListId) implements Destination {}
  }

  /// Whether the target exists; a blackhole drops what matches.
  public enum State {
    ACTIVE,
    BLACKHOLE
  }

  /// What a route hands packets to.
  ///
  /// @param id its id; `local` for the VPC itself
  public record Target(Kind kind, String id) {}

  /// Kinds of targets; `ATTACHMENT` in a transit gateway's own table only; `OTHER` is one that is
  /// not modelled.
  public enum Kind {
    LOCAL,
    INTERNET_GATEWAY,
    EGRESS_ONLY_GATEWAY,
    NAT_GATEWAY,
    VPN_GATEWAY,
    PEERING,
    TRANSIT_GATEWAY,
    ATTACHMENT,
    ENDPOINT,
    INTERFACE,
    OTHER
  }
}
