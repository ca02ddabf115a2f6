package dev.assay.network;

import dev.assay.network.packet.Services;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import dev.assay.network.snapshot.PrefixList;
import dev.assay.network.snapshot.SecurityGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the smallest change that closes something.
public final class Remediations {
  private final NetworkSnapshot snapshot;
  private final Map<String, List<String>> ofGroup = new HashMap<>();
  private final IdentityHashMap<SecurityGroup.Rule, TrafficSet> admitted = new IdentityHashMap<>();

  Remediations(NetworkSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /// What comes through a load balancer is closed at its groups, not at the target's.
  Remediation of(Candidate way, TrafficSet traffic) {
    Optional<NetworkInterface> source =
        Optional.ofNullable(snapshot.interfaces().get(way.source()));
    return way.balancer()
        .filter(node -> !node.of().groups().isEmpty())
        .map(
            node ->
                of(
                    node.of(),
                    source,
                    traffic.map(spoken -> spoken.isEmpty() ? Services.NONE : node.listened())))
        .orElseGet(() -> of(way.destination(), source, traffic));
  }

  private List<String> holders(String group) {
    if (ofGroup.isEmpty()) {
      for (NetworkInterface each : snapshot.interfaces().values()) {
        each.groups()
            .forEach(id -> ofGroup.computeIfAbsent(id, key -> new ArrayList<>()).add(each.id()));
      }
    }
    return ofGroup.getOrDefault(group, List.of());
  }

  /// What to change at one interface's groups.
  ///
  /// @param guarded the interface whose groups are to change
  /// @param source the interface it comes from, where it is in the snapshot
  /// @param unwanted what is to be closed
  Remediation of(NetworkInterface guarded, Optional<NetworkInterface> source, TrafficSet unwanted) {
    Services services = unwanted.anywhere();
    List<Remediation.Change> changes = new ArrayList<>();
    for (String id : guarded.groups()) {
      SecurityGroup group = snapshot.groups().get(id);
      if (group != null) {
        for (SecurityGroup.Rule rule : group.inbound()) {
          if (!rule.services().and(services).isEmpty() && letsIn(rule, source, unwanted)) {
            changes.add(new Remediation.Change(id, rule, rule.services().minus(services)));
          }
        }
      }
    }
    List<String> others =
        changes.stream()
            .map(Remediation.Change::groupId)
            .distinct()
            .flatMap(id -> holders(id).stream())
            .filter(id -> !id.equals(guarded.id()))
            .distinct()
            .toList();
    return new Remediation(changes, others);
  }

  private boolean letsIn(
      SecurityGroup.Rule rule, Optional<NetworkInterface> source, TrafficSet unwanted) {
    if (rule.peer() instanceof SecurityGroup.Peer.Members members) {
      return source.filter(from -> from.groups().contains(members.groupId())).isPresent();
    }
    return !admitted.computeIfAbsent(rule, this::admitted).and(unwanted).isEmpty();
  }

  private TrafficSet admitted(SecurityGroup.Rule rule) {
    return switch (rule.peer()) {
      case SecurityGroup.Peer.Block block -> TrafficSet.of(block.cidr(), rule.services());
      case SecurityGroup.Peer.Members members -> TrafficSet.NONE;
      case SecurityGroup.Peer.Prefixes prefixes -> {
        PrefixList list = snapshot.prefixLists().get(prefixes.prefixListId());
        yield list == null
            ? TrafficSet.NONE
            : TrafficSet.of(list.entries()).and(TrafficSet.ALL.map(all -> rule.services()));
      }
    };
  }
}
