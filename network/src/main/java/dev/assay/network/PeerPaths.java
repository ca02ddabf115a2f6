package dev.assay.network;

import dev.assay.network.Corridors.Corridor;
import dev.assay.network.Filters.Direction;
import dev.assay.network.packet.Address;
import dev.assay.network.packet.Services;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import dev.assay.network.snapshot.TransitAttachment;
import dev.assay.network.snapshot.VpcPeering;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The ways from the interfaces of other VPCs that something may get through, those that come in
/// alike together: a way's sets have the addresses of all who can take it, and its hops are those
/// of one of them.
final class PeerPaths {
  private final InterfaceHops interfaceHops;
  private final InterfacePaths interfaces;
  private final Filters filters;
  private final Sources sources;
  private final Corridors corridors;
  private final List<Egress> egress;
  private final Map<String, Set<String>> joined = new HashMap<>();
  private final Map<Membership, TrafficSet> membersOf = new HashMap<>();

  private record Membership(String group, int layer) {}

  PeerPaths(
      NetworkSnapshot snapshot,
      Filters filters,
      Fabric fabric,
      InterfaceHops interfaceHops,
      InterfacePaths interfaces) {
    this.filters = filters;
    this.interfaceHops = interfaceHops;
    this.interfaces = interfaces;
    join(snapshot);
    this.sources =
        new Sources(
            snapshot.interfaces().values().stream()
                .filter(each -> joined.containsKey(each.vpcId()))
                .toList());
    this.corridors =
        new Corridors(
            fabric.courses(),
            interfaces,
            new Neighbourhoods(snapshot, filters, fabric.routing(), sources),
            sources,
            vpc -> joined.getOrDefault(vpc, Set.of()));
    var boundaries = Egress.boundaries(snapshot);
    this.egress =
        sources.layers().stream()
            .map(layer -> new Egress(layer, boundaries, filters, interfaceHops))
            .toList();
  }

  /// Whatever is attached to gateways that peerings may join is taken for joined; whether it is,
  /// the routes decide.
  private void join(NetworkSnapshot snapshot) {
    for (VpcPeering each : snapshot.peerings().values()) {
      if (each.active()) {
        join(each.requesterVpcId(), each.accepterVpcId());
        join(each.accepterVpcId(), each.requesterVpcId());
      }
    }
    List<String> attached =
        snapshot.transit().attachments().stream()
            .filter(each -> each.kind() == TransitAttachment.Kind.VPC)
            .map(TransitAttachment::resourceId)
            .distinct()
            .toList();
    for (String one : attached) {
      attached.forEach(other -> join(one, other));
    }
  }

  private void join(String vpc, String other) {
    if (!vpc.equals(other)) {
      joined.computeIfAbsent(vpc, id -> new TreeSet<>()).add(other);
    }
  }

  List<Candidate> to(NetworkInterface end) {
    List<Candidate> candidates = new ArrayList<>();
    if (joined.containsKey(end.vpcId())) {
      Passing answers = Passing.of(interfaceHops.end(end));
      for (NetworkInterface.Assigned own : end.addresses()) {
        for (Corridor each : corridors.to(end, own.address())) {
          Passing passing =
              each.passing().and(answers).and(letIn(end, each)).and(sent(end, own.address(), each));
          add(candidates, end, own.address(), each, passing);
        }
      }
    }
    return candidates;
  }

  private Passing sent(NetworkInterface end, Address address, Corridor corridor) {
    Egress from = egress.get(corridor.layer());
    Passing sent = from.to(address);
    if (!corridor.peers().isEmpty()) {
      for (String group : end.groups()) {
        sent = sent.or(from.to(group).and(corridor.peers()));
      }
    }
    return sent;
  }

  private Passing letIn(NetworkInterface end, Corridor corridor) {
    CompiledGroups in = filters.groups(end.groups(), Direction.INBOUND);
    if (interfaceHops.isUnguarded(end)) {
      return Passing.EVERYTHING;
    }
    TrafficSet sure = in.byAddress();
    if (!corridor.named().isEmpty()) {
      for (Map.Entry<String, Services> each : in.byMember().entrySet()) {
        TrafficSet members = members(each.getKey(), corridor.layer()).and(corridor.named());
        sure = sure.or(members.map(all -> all.and(each.getValue())));
      }
    }
    return in.unsure().isEmpty() ? Passing.surely(sure) : new Passing(sure, sure.or(in.unsure()));
  }

  private TrafficSet members(String group, int layer) {
    return membersOf.computeIfAbsent(
        new Membership(group, layer), key -> sources.layers().get(layer).having(group));
  }

  private void add(
      List<Candidate> candidates,
      NetworkInterface end,
      Address address,
      Corridor corridor,
      Passing passing) {
    if (passing.isEmpty()) {
      return;
    }
    TrafficSet open = sources.inhabited(passing.sure());
    for (Example each : examples(open, corridor)) {
      TrafficSet all = open.map(services -> services.and(each.services()));
      candidates.add(candidate(each, corridor, end, address, new Passing(all, all)));
    }
    TrafficSet undecided = sources.inhabited(passing.may().minus(passing.sure()));
    for (Example each : examples(undecided, corridor)) {
      TrafficSet all = undecided.map(services -> services.and(each.services()));
      candidates.add(candidate(each, corridor, end, address, new Passing(TrafficSet.NONE, all)));
    }
  }

  /// One of those who send, and what no example before it can send.
  private record Example(int member, Services services) {}

  /// As many as it takes to have all that anybody can send.
  private List<Example> examples(TrafficSet set, Corridor corridor) {
    List<Example> examples = new ArrayList<>();
    Services left = set.anywhere();
    for (TrafficSet.Part part : set.parts()) {
      Services here = part.services().and(left);
      if (!here.isEmpty()) {
        left = left.minus(here);
        int member = sources.layers().get(corridor.layer()).first(part).orElseThrow();
        examples.add(new Example(member, here));
      }
    }
    return examples;
  }

  private Candidate candidate(
      Example example, Corridor corridor, NetworkInterface end, Address address, Passing passing) {
    Sources.Layer layer = sources.layers().get(corridor.layer());
    NetworkInterface from = layer.member(example.member());
    Address source = layer.address(example.member());
    List<Hop> hops = new HopsOnDemand(() -> interfaces.trail(from, source, end, address).hops());
    return Candidate.straight(
        corridor.joint().isEmpty() ? from.id() : corridor.joint(),
        Candidate.Route.PEERED_VPC,
        end,
        address,
        new Trail(hops, passing.sure(), passing.may()));
  }
}
