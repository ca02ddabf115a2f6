package dev.assay.network;

import dev.assay.network.Filters.Direction;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.NetworkAcl;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// The hops at a subnet's edge: its network ACL, which also drops replies.
final class SubnetEdge {
  static final String ACL = "AWS::EC2::NetworkAcl";
  private static final String FOR_REPLIES = ", for the replies to client ports 1024-65535";
  private static final String ENTRIES = " entries";
  private final Filters filters;
  private final IdentityHashMap<TrafficSet, TrafficSet> answered = new IdentityHashMap<>();

  SubnetEdge(Filters filters) {
    this.filters = filters;
  }

  /// Requests that cross the edge.
  ///
  /// @param seen how the ACL's set, over its peer's address, looks from the path's other end
  Hop requests(String subnet, String vpc, Direction direction, UnaryOperator<TrafficSet> seen) {
    return hop(subnet, vpc, direction, seen, word(direction) + ENTRIES);
  }

  /// Whether a hop is this ACL's, alone, as requests come into the subnet.
  static boolean takesIn(Hop hop, NetworkAcl acl) {
    return hop.kind().equals(ACL)
        && hop.id().equals(acl.id())
        && hop.text().equals(word(Direction.INBOUND) + ENTRIES);
  }

  /// Requests whose replies cross the edge.
  Hop replies(String subnet, String vpc, Direction direction, UnaryOperator<TrafficSet> seen) {
    return hop(
            subnet,
            vpc,
            direction,
            set -> answered.computeIfAbsent(seen.apply(set), Replies::answered),
            word(direction) + ENTRIES + FOR_REPLIES)
        .replying(passed(subnet, vpc, direction, seen));
  }

  private TrafficSet passed(
      String subnet, String vpc, Direction direction, UnaryOperator<TrafficSet> seen) {
    return filters
        .acl(subnet, vpc)
        .map(acl -> seen.apply(filters.acl(acl, direction)))
        .orElse(TrafficSet.ALL);
  }

  private Hop hop(
      String subnet, String vpc, Direction direction, UnaryOperator<TrafficSet> seen, String text) {
    Optional<NetworkAcl> found = filters.acl(subnet, vpc);
    if (found.isEmpty()) {
      return Hop.unknown(
          subnet,
          "AWS::EC2::Subnet",
          ExplanationCode.UNKNOWN_RESOURCE,
          "the network ACL of the subnet is not in the snapshot");
    }
    NetworkAcl acl = found.get();
    TrafficSet admits = seen.apply(filters.acl(acl, direction));
    return Hop.filter(acl.id(), ACL, admits, ExplanationCode.SUBNET_ACL_RESTRICTION, text);
  }

  /// Requests that cross one of these edges; of several, only what passes all of them surely does.
  ///
  /// @param seen as of [#requests(String, String, Direction, UnaryOperator)]
  Hop requests(Course.Step.Edge over, UnaryOperator<TrafficSet> seen) {
    return joined(over, subnet -> requests(subnet, over.vpc(), over.direction(), seen));
  }

  private static Hop joined(Course.Step.Edge over, Function<String, Hop> of) {
    List<Hop> hops = over.subnets().stream().map(of).toList();
    if (hops.size() == 1 && !over.avoidable()) {
      return hops.getFirst();
    }
    TrafficSet sure = TrafficSet.ALL;
    TrafficSet may = over.avoidable() ? TrafficSet.ALL : TrafficSet.NONE;
    for (Hop hop : hops) {
      sure = sure.and(hop.admits());
      may = may.or(hop.admits()).or(hop.unsure());
    }
    Hop first = hops.getFirst();
    String ids = hops.stream().map(Hop::id).distinct().collect(Collectors.joining("+"));
    return new Hop(ids, first.kind(), sure, may.minus(sure), first.code(), first.text());
  }

  Replying replying() {
    return new Replying();
  }

  /// A way back: each further edge leaves fewer client ports to which replies get.
  final class Replying {
    private TrafficSet sure = TrafficSet.ALL;
    private TrafficSet may = TrafficSet.ALL;

    /// Requests whose replies cross this edge and those before it.
    Hop over(Course.Step.Edge over, UnaryOperator<TrafficSet> seen) {
      Hop hop = requests(over, seen);
      sure = sure.and(hop.admits());
      may = may.and(hop.admits().or(hop.unsure()));
      TrafficSet answered = Replies.answered(sure);
      return new Hop(
              hop.id(),
              hop.kind(),
              answered,
              Replies.answered(may).minus(answered),
              hop.code(),
              hop.text() + FOR_REPLIES)
          .replying(sure);
    }
  }

  private static String word(Direction direction) {
    return direction == Direction.INBOUND ? "inbound" : "outbound";
  }
}
