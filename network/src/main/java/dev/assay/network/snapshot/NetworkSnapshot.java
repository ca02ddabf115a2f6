package dev.assay.network.snapshot;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The network configuration of one or more accounts, by id, and what of it could not be read.
///
/// @param internetGatewaysWhole whether every internet gateway was read: only then has a VPC with
///     none attached no way to the internet
public record NetworkSnapshot(
    Map<String, NetworkVpc> vpcs,
    Map<String, NetworkSubnet> subnets,
    Map<String, NetworkInterface> interfaces,
    Map<String, NetworkInstance> instances,
    Map<String, SecurityGroup> groups,
    Map<String, NetworkAcl> acls,
    Map<String, RouteTable> routeTables,
    Map<String, VpcGateway> internetGateways,
    Map<String, VpcGateway> vpnGateways,
    Map<String, VpnConnection> vpnConnections,
    Map<String, VpcPeering> peerings,
    Map<String, PrefixList> prefixLists,
    BlockPublicAccess blockPublicAccess,
    boolean internetGatewaysWhole,
    Transit transit,
    Balancers balancers,
    Map<String, VpcEndpoint> endpoints,
    List<Gap> gaps) {
  public NetworkSnapshot {
    gaps = List.copyOf(gaps);
  }

  /// The same with one security group changed, or added.
  public NetworkSnapshot with(SecurityGroup changed) {
    Map<String, SecurityGroup> changedGroups = new TreeMap<>(groups);
    changedGroups.put(changed.id(), changed);
    return new NetworkSnapshot(
        vpcs,
        subnets,
        interfaces,
        instances,
        changedGroups,
        acls,
        routeTables,
        internetGateways,
        vpnGateways,
        vpnConnections,
        peerings,
        prefixLists,
        blockPublicAccess,
        internetGatewaysWhole,
        transit,
        balancers,
        endpoints,
        gaps);
  }
}
