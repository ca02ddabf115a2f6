package dev.assay.network;

import dev.assay.network.Remediation.Change.Revoke;
import dev.assay.network.packet.Cidr;
import dev.assay.network.packet.Services;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import dev.assay.network.snapshot.PrefixList;
import dev.assay.network.snapshot.SecurityGroup.Peer;
import dev.assay.network.snapshot.SecurityGroup.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What to change in security groups. Groups only add up, so every rule that lets in some of what
/// is unwanted has to go, in all groups of the interface, or to give way to one that lets in the
/// rest.
final class GroupRemedies {
  private final NetworkSnapshot snapshot;
  private final Holders holders;
  private final Map<List<Revoke>, Set<String>> losing = new HashMap<>();

  GroupRemedies(NetworkSnapshot snapshot, Holders holders) {
    this.snapshot = snapshot;
    this.holders = holders;
  }

  List<Revoke> revoking(NetworkInterface guarded, Sender source, TrafficSet unwanted) {
    Services services = unwanted.anywhere();
    List<Revoke> changes = new ArrayList<>();
    for (String id : guarded.groups().stream().distinct().toList()) {
      for (Rule rule : rules(id)) {
        if (rule.services().meets(services) && letsIn(rule, source, unwanted)) {
          changes.add(new Revoke(id, rule, rule.services().minus(services)));
        }
      }
    }
    return changes;
  }

  private List<Rule> rules(String groupId) {
    var group = snapshot.groups().get(groupId);
    return group == null ? List.of() : group.inbound();
  }

  private boolean letsIn(Rule rule, Sender source, TrafficSet unwanted) {
    if (rule.peer() instanceof Peer.Members members) {
      return !named(members, source, unwanted).isEmpty();
    }
    return admitted(rule.peer(), rule.services()).meets(unwanted);
  }

  private List<NetworkInterface> named(Peer.Members members, Sender source, TrafficSet unwanted) {
    return source.among(members.groupId(), holders.ofGroup(members.groupId()), unwanted);
  }

  private TrafficSet admitted(Peer peer, Services services) {
    return TrafficSet.union(
        blocks(peer).stream().map(block -> TrafficSet.of(block, services)).toList());
  }

  /// The addresses that a rule is about; none of one that names a group.
  private List<Cidr> blocks(Peer peer) {
    return switch (peer) {
      case Peer.Block block -> List.of(block.cidr());
      case Peer.Members members -> List.of();
      case Peer.Prefixes prefixes -> {
        PrefixList list = snapshot.prefixLists().get(prefixes.prefixListId());
        yield list == null ? List.of() : list.entries();
      }
    };
  }

  /// The blocks of these rules; for one that names a group, the addresses of those who have it and
  /// send what is unwanted.
  List<Cidr> peers(List<Revoke> rules, Sender source, TrafficSet unwanted) {
    List<Cidr> peers = new ArrayList<>();
    for (Revoke each : rules) {
      if (each.rule().peer() instanceof Peer.Members members) {
        named(members, source, unwanted).stream()
            .flatMap(from -> from.addresses().stream())
            .forEach(own -> peers.add(Cidr.of(own.address())));
      } else {
        peers.addAll(blocks(each.rule().peer()));
      }
    }
    return peers.stream().distinct().toList();
  }

  /// Every interface that lets in less once these changes are made.
  Set<String> losing(List<Revoke> changes) {
    return losing.computeIfAbsent(changes, this::found);
  }

  private Set<String> found(List<Revoke> changes) {
    Map<List<String>, Boolean> known = new HashMap<>();
    Set<String> found = new HashSet<>();
    for (String group : changes.stream().map(Revoke::groupId).distinct().toList()) {
      for (NetworkInterface each : holders.ofGroup(group)) {
        if (known.computeIfAbsent(each.groups(), groups -> loses(groups, changes))) {
          found.add(each.id());
        }
      }
    }
    return found;
  }

  private boolean loses(List<String> groups, List<Revoke> changes) {
    for (Revoke change : changes) {
      if (groups.contains(change.groupId()) && loses(groups, change, changes)) {
        return true;
      }
    }
    return false;
  }

  /// Whether no rule that is left lets in the same from the same peer.
  private boolean loses(List<String> groups, Revoke change, List<Revoke> changes) {
    Peer peer = change.rule().peer();
    Services services = change.rule().services().minus(change.keep());
    boolean named = peer instanceof Peer.Members;
    TrafficSet lost = named ? TrafficSet.ALL.map(all -> services) : admitted(peer, services);
    for (String group : groups) {
      for (Rule rule : rules(group)) {
        if (rule.services().meets(services)
            && (named ? rule.peer().equals(peer) : !(rule.peer() instanceof Peer.Members))) {
          Services left = left(group, rule, changes);
          lost = lost.minus(named ? TrafficSet.ALL.map(all -> left) : admitted(rule.peer(), left));
        }
      }
    }
    return !lost.isEmpty();
  }

  /// What a rule still lets in after the changes.
  private static Services left(String group, Rule rule, List<Revoke> changes) {
    for (Revoke change : changes) {
      if (change.groupId().equals(group) && change.rule().equals(rule)) {
        return change.keep();
      }
    }
    return rule.services();
  }
}
