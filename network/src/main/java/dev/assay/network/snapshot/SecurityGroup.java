package dev.assay.network.snapshot;

import dev.assay.network.packet.Cidr;
import dev.assay.network.packet.Services;
import java.util.List;

/// A security group: stateful, only allowing, in no order.
public record SecurityGroup(
    String id, String vpcId, String name, List<Rule> inbound, List<Rule> outbound) {
  public SecurityGroup {
    inbound = List.copyOf(inbound);
    outbound = List.copyOf(outbound);
  }

  /// Allows `services` to or from a peer.
  ///
  /// @param id the rule's own id, or words that tell it from the group's other rules
  public record Rule(String id, Peer peer, Services services) {}

  /// Whom a rule is about.
  public sealed interface Peer {
    /// Addresses, written into the rule.
    record Block(Cidr cidr) implements Peer {}

    /// The blocks of a managed prefix list.
    record Prefixes(String prefixListId) implements Peer {}

    /// The interfaces that have this group.
    record Members(String groupId) implements Peer {}
  }
}
