package dev.assay.network;

import dev.assay.network.packet.Address;
import dev.assay.network.packet.Cidr;
import dev.assay.network.packet.Services;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.NetworkAcl;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import dev.assay.network.snapshot.NetworkSubnet;
import dev.assay.network.snapshot.RouteTable;
import dev.assay.network.snapshot.RouteTable.Destination;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Addresses that packets take the same courses from and to, as no route table, network ACL or
/// transit gateway tells them apart.
final class Neighbourhoods {
  private final NetworkSnapshot snapshot;
  private final Filters filters;
  private final Routing routing;
  private final Boundaries boundaries;
  private final Set<String> transitSubnets = new HashSet<>();
  private final Map<String, Map<Likeness, Neighbourhood>> ofVpc = new HashMap<>();

  /// What makes addresses one neighbourhood.
  ///
  /// @param transitSubnet the subnet, where a transit gateway has an interface in it
  record Likeness(
      String vpcId,
      String tableId,
      String aclId,
      String zone,
      String transitSubnet,
      Address.Family family,
      int stretch) {}

  /// Those who send from one.
  ///
  /// @param first any of them
  /// @param members by layer of [Sources], the addresses
  record Neighbourhood(
      Likeness likeness, NetworkInterface first, Address address, List<TrafficSet> members) {}

  Neighbourhoods(NetworkSnapshot snapshot, Filters filters, Routing routing, Sources sources) {
    this.snapshot = snapshot;
    this.filters = filters;
    this.routing = routing;
    this.boundaries = new Boundaries(blocks(snapshot));
    snapshot.transit().attachments().forEach(each -> transitSubnets.addAll(each.subnetIds()));
    int layers = sources.layers().size();
    for (int layer = 0; layer < layers; layer++) {
      add(sources.layers().get(layer), layer, layers);
    }
  }

  private static Stream<Cidr> blocks(NetworkSnapshot snapshot) {
    Stream<Cidr> vpcs = snapshot.vpcs().values().stream().flatMap(vpc -> vpc.blocks().stream());
    Stream<Cidr> acls =
        snapshot.acls().values().stream()
            .flatMap(acl -> Stream.of(acl.inbound(), acl.outbound()))
            .flatMap(Collection::stream)
            .map(NetworkAcl.Entry::peer);
    Stream<Cidr> lists =
        snapshot.prefixLists().values().stream().flatMap(list -> list.entries().stream());
    return Stream.of(
            vpcs,
            acls,
            lists,
            routes(snapshot.routeTables().values()),
            routes(snapshot.transit().tables().values()))
        .flatMap(each -> each);
  }

  private static Stream<Cidr> routes(Collection<RouteTable> tables) {
    return tables.stream()
        .flatMap(table -> table.routes().stream())
        .map(RouteTable.Route::destination)
        .filter(Destination.Block.class::isInstance)
        .map(destination -> ((Destination.Block) destination).cidr());
  }

  private void add(Sources.Layer layer, int number, int layers) {
    Map<Likeness, List<Integer>> indices = new LinkedHashMap<>();
    for (int index = 0; index < layer.size(); index++) {
      indices
          .computeIfAbsent(
              likeness(layer.member(index), layer.address(index)), key -> new ArrayList<>())
          .add(index);
    }
    indices.forEach(
        (likeness, members) ->
            neighbourhood(likeness, layer, members.getFirst(), layers)
                .members()
                .set(number, layer.of(members, index -> Services.ALL)));
  }

  private Neighbourhood neighbourhood(
      Likeness likeness, Sources.Layer layer, int index, int layers) {
    return ofVpc
        .computeIfAbsent(likeness.vpcId(), key -> new LinkedHashMap<>())
        .computeIfAbsent(
            likeness,
            key ->
                new Neighbourhood(
                    key,
                    layer.member(index),
                    layer.address(index),
                    new ArrayList<>(Collections.nCopies(layers, TrafficSet.NONE))));
  }

  Likeness likeness(NetworkInterface of, Address address) {
    String subnet = of.subnetId();
    NetworkSubnet known = snapshot.subnets().get(subnet);
    return new Likeness(
        of.vpcId(),
        routing.table(subnet, of.vpcId()).map(RouteTable::id).orElse(""),
        filters.acl(subnet, of.vpcId()).map(NetworkAcl::id).orElse(""),
        known == null ? "" : known.zone(),
        transitSubnets.contains(subnet) ? subnet : "",
        address.family(),
        boundaries.stretch(address));
  }

  Collection<Neighbourhood> of(String vpcId) {
    return ofVpc.getOrDefault(vpcId, Map.of()).values();
  }
}
