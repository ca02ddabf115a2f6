package dev.assay.network.reader;

import dev.assay.network.snapshot.Balancers;
import dev.assay.network.snapshot.BlockPublicAccess;
import dev.assay.network.snapshot.Gap;
import dev.assay.network.snapshot.NetworkAcl;
import dev.assay.network.snapshot.NetworkInstance;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import dev.assay.network.snapshot.NetworkSubnet;
import dev.assay.network.snapshot.NetworkVpc;
import dev.assay.network.snapshot.PrefixList;
import dev.assay.network.snapshot.RouteTable;
import dev.assay.network.snapshot.SecurityGroup;
import dev.assay.network.snapshot.Transit;
import dev.assay.network.snapshot.VpcEndpoint;
import dev.assay.network.snapshot.VpcGateway;
import dev.assay.network.snapshot.VpcPeering;
import dev.assay.network.snapshot.VpnConnection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What the files read so far say, by id, so that a component described twice is one.
final class Collected {
  final Map<String, NetworkVpc> vpcs = new TreeMap<>();
  final Map<String, NetworkSubnet> subnets = new TreeMap<>();
  final Map<String, NetworkInterface> interfaces = new TreeMap<>();
  final Map<String, NetworkInstance> instances = new TreeMap<>();
  final Map<String, SecurityGroup> groups = new TreeMap<>();
  final Map<String, NetworkAcl> acls = new TreeMap<>();
  final Map<String, RouteTable> routeTables = new TreeMap<>();
  final Map<String, VpcGateway> internetGateways = new TreeMap<>();
  final Map<String, VpcGateway> vpnGateways = new TreeMap<>();
  final Map<String, VpnConnection> vpnConnections = new TreeMap<>();
  final Map<String, VpcPeering> peerings = new TreeMap<>();
  final Map<String, PrefixList> prefixLists = new TreeMap<>();
  final List<String> openVpcs = new ArrayList<>();
  final List<String> openSubnets = new ArrayList<>();
  final List<Gap> gaps = new ArrayList<>();
  final Map<String, VpcEndpoint> endpoints = new TreeMap<>();
  final Map<String, List<String>> balancerNodes = new TreeMap<>();
  final TransitReader transit = new TransitReader();
  final BalancerReader balancers = new BalancerReader();
  final ClassicBalancerReader classicBalancers = new ClassicBalancerReader();
  BlockPublicAccess.Mode mode = BlockPublicAccess.Mode.OFF;

  /// Everything that an id may stand for.
  List<Map<String, ?>> byId() {
    return List.of(
        vpcs,
        subnets,
        interfaces,
        instances,
        groups,
        acls,
        routeTables,
        internetGateways,
        vpnGateways,
        vpnConnections,
        peerings,
        prefixLists,
        endpoints);
  }

  /// An ACL that could not be read may be the one of a subnet that seems to have none.
  void forgetDefaultAcls() {
    acls.replaceAll(
        (id, acl) ->
            new NetworkAcl(id, acl.vpcId(), false, acl.subnetIds(), acl.inbound(), acl.outbound()));
  }

  /// As with ACLs: a subnet's own route table may be among those that could not be read.
  void forgetMainTables() {
    routeTables.replaceAll(
        (id, table) ->
            new RouteTable(
                id, table.vpcId(), false, table.subnetIds(), table.gatewayIds(), table.routes()));
  }

  private List<Gap> undescribedBalancers() {
    Set<String> seen = new HashSet<>(balancerNodes.keySet());
    seen.addAll(balancers.listening());
    Set<String> described = new HashSet<>(balancers.described());
    described.addAll(classicBalancers.described());
    return UndescribedBalancers.in(seen, described);
  }

  NetworkSnapshot snapshot(List<Gap> known, boolean gatewaysWhole, boolean balancersWhole) {
    List<Gap> allGaps = new ArrayList<>(known);
    Transit transits = transit.transit(vpcs, allGaps);
    Balancers newer = balancers.balancers(balancerNodes, allGaps);
    Balancers both = classicBalancers.balancers(newer, balancerNodes, allGaps);
    List<Gap> undescribed = undescribedBalancers();
    allGaps.addAll(undescribed);
    Balancers allBalancers =
        new Balancers(
            both.all(),
            both.targetGroups(),
            both.whole() && balancersWhole && undescribed.isEmpty());
    return new NetworkSnapshot(
        new TreeMap<>(vpcs),
        new TreeMap<>(subnets),
        new TreeMap<>(interfaces),
        new TreeMap<>(instances),
        new TreeMap<>(groups),
        new TreeMap<>(acls),
        new TreeMap<>(routeTables),
        new TreeMap<>(internetGateways),
        new TreeMap<>(vpnGateways),
        new TreeMap<>(vpnConnections),
        new TreeMap<>(peerings),
        new TreeMap<>(prefixLists),
        new BlockPublicAccess(mode, openVpcs, openSubnets),
        gatewaysWhole,
        transits,
        allBalancers,
        new TreeMap<>(endpoints),
        allGaps);
  }
}
