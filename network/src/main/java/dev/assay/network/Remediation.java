package dev.assay.network;

import dev.assay.network.packet.Services;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import dev.assay.network.snapshot.SecurityGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The smallest change of security groups that closes something: each rule that lets it in gives
/// way to one that lets in the rest.
///
/// @param alsoAffects other interfaces that have one of the groups
public record Remediation(List<Change> changes, List<String> alsoAffects) {
  public Remediation {
    changes = List.copyOf(changes);
    alsoAffects = List.copyOf(alsoAffects);
  }

  /// One inbound rule to revoke.
  ///
  /// @param keep what to authorise for the same peer instead; nothing where the rule let in nothing
  ///     else
  public record Change(String groupId, SecurityGroup.Rule revoke, Services keep) {}

  /// What to change at one interface's groups.
  ///
  /// @param guarded the interface whose groups are to change
  /// @param source the interface it comes from, where it is in the snapshot
  /// @param unwanted what is to be closed
  public static Remediation of(
      NetworkSnapshot snapshot,
      NetworkInterface guarded,
      Optional<NetworkInterface> source,
      TrafficSet unwanted) {
    Services services = unwanted.anywhere();
    List<Change> changes = new ArrayList<>();
    for (String id : guarded.groups()) {
      SecurityGroup group = snapshot.groups().get(id);
      if (group != null) {
        for (SecurityGroup.Rule rule : group.inbound()) {
          if (letsIn(snapshot, rule, source, unwanted)) {
            changes.add(new Change(id, rule, rule.services().minus(services)));
          }
        }
      }
    }
    List<String> others =
        snapshot.interfaces().values().stream()
            .filter(each -> !each.id().equals(guarded.id()))
            .filter(each -> changes.stream().anyMatch(it -> each.groups().contains(it.groupId())))
            .map(NetworkInterface::id)
            .toList();
    return new Remediation(changes, others);
  }

  private static boolean letsIn(
      NetworkSnapshot snapshot,
      SecurityGroup.Rule rule,
      Optional<NetworkInterface> source,
      TrafficSet unwanted) {
    TrafficSet admitted =
        switch (rule.peer()) {
          case SecurityGroup.Peer.Block block -> TrafficSet.of(block.cidr(), rule.services());
          case SecurityGroup.Peer.Prefixes prefixes -> {
            var list = snapshot.prefixLists().get(prefixes.prefixListId());
            yield list == null
                ? TrafficSet.NONE
                : TrafficSet.of(list.entries()).and(TrafficSet.ALL.map(all -> rule.services()));
          }
          case SecurityGroup.Peer.Members members ->
              source.filter(from -> from.groups().contains(members.groupId())).isPresent()
                  ? TrafficSet.ALL.map(all -> rule.services())
                  : TrafficSet.NONE;
        };
    return !admitted.and(unwanted).isEmpty();
  }
}
