package dev.assay.network;

import dev.assay.network.Filters.Direction;
import dev.assay.network.packet.Address;
import dev.assay.network.packet.Services;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import dev.assay.network.snapshot.VpcPeering;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The ways from one interface to another: within a VPC, over one peering connection, or through
/// transit gateways.
final class InterfacePaths {
  private final Set<Set<String>> peers = new HashSet<>();
  private final Filters filters;
  private final Courses courses;
  private final SubnetEdge edge;
  private final InterfaceHops interfaceHops;

  InterfacePaths(
      NetworkSnapshot snapshot,
      Filters filters,
      Courses courses,
      SubnetEdge edge,
      InterfaceHops interfaceHops) {
    this.filters = filters;
    this.courses = courses;
    this.edge = edge;
    this.interfaceHops = interfaceHops;
    for (VpcPeering each : snapshot.peerings().values()) {
      if (each.active() && !each.requesterVpcId().equals(each.accepterVpcId())) {
        peers.add(Set.of(each.requesterVpcId(), each.accepterVpcId()));
      }
    }
  }

  /// One address of one interface.
  private record End(NetworkInterface of, Address address) {}

  List<Candidate> between(NetworkInterface from, NetworkInterface to) {
    List<Candidate> candidates = new ArrayList<>();
    Candidate.Route route =
        from.vpcId().equals(to.vpcId()) ? Candidate.Route.VPC : Candidate.Route.PEERED_VPC;
    for (NetworkInterface.Assigned source : from.addresses()) {
      for (NetworkInterface.Assigned target : to.addresses()) {
        if (source.address().family() == target.address().family()) {
          End one = new End(from, source.address());
          End other = new End(to, target.address());
          candidates.add(
              Candidate.straight(from.id(), route, to, target.address(), trail(one, other)));
        }
      }
    }
    return candidates;
  }

  /// From one address to another.
  Trail trail(NetworkInterface from, Address source, NetworkInterface to, Address target) {
    return trail(new End(from, source), new End(to, target));
  }

  private Trail trail(End from, End to) {
    Course out = courses.course(from.of(), to.of(), to.address());
    Course back = courses.course(to.of(), from.of(), from.address());
    List<Hop> hops = new ArrayList<>(interfaceHops.start(from.of()).hops());
    hops.add(groups(from, to, Direction.OUTBOUND, from.address(), out.keepsNames()));
    for (Course.Step step : out.steps()) {
      hops.add(
          switch (step) {
            case Course.Step.Router router -> router.hop();
            case Course.Step.Edge over -> request(over, from, to);
          });
    }
    hops.add(groups(to, from, Direction.INBOUND, from.address(), out.keepsNames()));
    hops.addAll(interfaceHops.end(to.of()).hops());
    hops.addAll(replies(back.edges(), from, to));
    hops.addAll(back.routers());
    return Trail.of(List.of(spoken(from.address()))).then(Trail.of(hops));
  }

  /// What a course hands on, whoever of its beginning sends it, but for security groups.
  Trail requests(Course out, Address target) {
    List<Hop> hops = new ArrayList<>();
    for (Course.Step step : out.steps()) {
      hops.add(
          switch (step) {
            case Course.Step.Router router -> router.hop();
            case Course.Step.Edge over ->
                edge.requests(
                    over,
                    filter ->
                        over.direction() == Direction.OUTBOUND ? whoever(filter, target) : filter);
          });
    }
    return Trail.of(hops);
  }

  /// The requests whose replies get back by a course.
  Trail replies(Course back, Address target) {
    List<Hop> hops = new ArrayList<>();
    SubnetEdge.Replying replying = edge.replying();
    for (Course.Step.Edge over : back.edges()) {
      hops.add(
          replying.over(
              over,
              filter -> over.direction() == Direction.OUTBOUND ? filter : whoever(filter, target)));
    }
    hops.addAll(back.routers());
    return Trail.of(hops);
  }

  private static TrafficSet whoever(TrafficSet filter, Address target) {
    return TrafficSet.ALL.map(all -> filter.at(target));
  }

  private static Hop spoken(Address source) {
    return Hop.filter(
        source.toString(),
        "Address",
        TrafficSet.of(source, InternetSources.SPOKEN.at(source)),
        ExplanationCode.NO_POSSIBLE_DESTINATION,
        "packets from " + source);
  }

  /// Rules that name a group hold within a VPC and over an active peering connection; inbound
  /// ones through a transit gateway as well, where it has that switched on.
  private Hop groups(
      End of, End peer, Direction direction, Address seenFrom, boolean transitKeepsNames) {
    CompiledGroups compiled = filters.groups(of.of().groups(), direction);
    boolean hold =
        namesHold(of.of(), peer.of()) || (transitKeepsNames && direction == Direction.INBOUND);
    Services allowed =
        interfaceHops.isUnguarded(of.of())
            ? Services.ALL
            : compiled.with(peer.address(), hold ? peer.of().groups() : List.of());
    return interfaceHops.groups(
        of.of().groups(),
        compiled,
        direction,
        TrafficSet.of(seenFrom, allowed),
        TrafficSet.of(seenFrom, compiled.unsure().at(peer.address())));
  }

  private boolean namesHold(NetworkInterface one, NetworkInterface other) {
    return one.vpcId().equals(other.vpcId()) || arePeers(one.vpcId(), other.vpcId());
  }

  /// Whether an active peering connection joins two VPCs.
  boolean arePeers(String one, String other) {
    return peers.contains(Set.of(one, other));
  }

  /// Leaving a subnet, packets are judged by where they go; entering one, by whence they come.
  private Hop request(Course.Step.Edge over, End from, End to) {
    Address peer = over.direction() == Direction.OUTBOUND ? to.address() : from.address();
    return edge.requests(over, filter -> TrafficSet.of(from.address(), filter.at(peer)));
  }

  /// The same client port has to pass every ACL on the way back.
  private List<Hop> replies(List<Course.Step.Edge> edges, End from, End to) {
    List<Hop> hops = new ArrayList<>();
    SubnetEdge.Replying replying = edge.replying();
    for (Course.Step.Edge over : edges) {
      Address peer = over.direction() == Direction.OUTBOUND ? from.address() : to.address();
      hops.add(replying.over(over, filter -> TrafficSet.of(from.address(), filter.at(peer))));
    }
    return hops;
  }
}
