package dev.assay.network;

import dev.assay.network.Filters.Direction;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.NetworkAcl;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The hops at a subnet's edge: its network ACL, which also drops replies.
final class SubnetEdge {
  static final String ACL = "AWS::EC2::NetworkAcl";
  private final Filters filters;

  SubnetEdge(Filters filters) {
    this.filters = filters;
  }

  /// Requests that cross the edge.
  ///
  /// @param seen how the ACL's set, over its peer's address, looks from the path's other end
  Hop requests(String subnet, String vpc, Direction direction, UnaryOperator<TrafficSet> seen) {
    return hop(subnet, vpc, direction, seen, word(direction) + " entries");
  }

  /// Requests whose replies cross the edge.
  Hop replies(String subnet, String vpc, Direction direction, UnaryOperator<TrafficSet> seen) {
    return hop(
        subnet,
        vpc,
        direction,
        set -> Replies.answered(seen.apply(set)),
        word(direction) + " entries, for the replies to client ports 1024-65535");
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

  private static String word(Direction direction) {
    return direction == Direction.INBOUND ? "inbound" : "outbound";
  }
}
