package dev.assay.network;

import dev.assay.network.packet.Services;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.NetworkAcl;
import dev.assay.network.snapshot.NetworkSnapshot;
import dev.assay.network.snapshot.PrefixList;
import dev.assay.network.snapshot.SecurityGroup;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Security groups and network ACLs as sets, each made once.
final class Filters {
  private final NetworkSnapshot snapshot;
  private final Map<Key, CompiledGroups> ofGroup = new HashMap<>();
  private final Map<KeyOfSet, CompiledGroups> ofSet = new HashMap<>();
  private final Map<Key, TrafficSet> ofAcl = new HashMap<>();
  private final Map<String, NetworkAcl> aclOfSubnet = new HashMap<>();
  private final Map<String, NetworkAcl> defaultAcl = new HashMap<>();

  /// As seen from the filter's own side.
  enum Direction {
    INBOUND,
    OUTBOUND
  }

  private record Key(String id, Direction direction) {}

  private record KeyOfSet(List<String> groups, Direction direction) {}

  Filters(NetworkSnapshot snapshot) {
    this.snapshot = snapshot;
    for (NetworkAcl acl : snapshot.acls().values()) {
      acl.subnetIds().forEach(subnet -> aclOfSubnet.put(subnet, acl));
      if (acl.isDefault()) {
        defaultAcl.put(acl.vpcId(), acl);
      }
    }
  }

  CompiledGroups groups(List<String> ids, Direction direction) {
    KeyOfSet asked = new KeyOfSet(ids, direction);
    CompiledGroups known = ofSet.get(asked);
    if (known == null) {
      known = sorted(new KeyOfSet(ids.stream().sorted().distinct().toList(), direction));
      ofSet.put(asked, known);
    }
    return known;
  }

  private CompiledGroups sorted(KeyOfSet key) {
    CompiledGroups known = ofSet.get(key);
    if (known == null) {
      known =
          key.groups().stream()
              .map(id -> group(id, key.direction()))
              .reduce(CompiledGroups.NONE, CompiledGroups::or);
      ofSet.put(key, known);
    }
    return known;
  }

  private CompiledGroups group(String id, Direction direction) {
    return ofGroup.computeIfAbsent(
        new Key(id, direction),
        key -> {
          SecurityGroup group = snapshot.groups().get(id);
          if (group == null) {
            return new CompiledGroups(TrafficSet.NONE, Map.of(), TrafficSet.ALL);
          }
          return compiled(direction == Direction.INBOUND ? group.inbound() : group.outbound());
        });
  }

  private CompiledGroups compiled(List<SecurityGroup.Rule> rules) {
    List<TrafficSet> allowed = new ArrayList<>();
    List<TrafficSet> unsure = new ArrayList<>();
    Map<String, Services> members = new HashMap<>();
    for (SecurityGroup.Rule rule : rules) {
      switch (rule.peer()) {
        case SecurityGroup.Peer.Block block ->
            allowed.add(TrafficSet.of(block.cidr(), rule.services()));
        case SecurityGroup.Peer.Members peer ->
            members.merge(peer.groupId(), rule.services(), Services::or);
        case SecurityGroup.Peer.Prefixes peer -> {
          PrefixList list = snapshot.prefixLists().get(peer.prefixListId());
          if (list == null) {
            unsure.add(TrafficSet.ALL.map(all -> rule.services()));
          } else {
            list.entries().forEach(entry -> allowed.add(TrafficSet.of(entry, rule.services())));
          }
        }
      }
    }
    return new CompiledGroups(TrafficSet.union(allowed), members, TrafficSet.union(unsure));
  }

  /// The ACL at a subnet's edge: its own, or else the VPC's default one.
  Optional<NetworkAcl> acl(String subnetId, String vpcId) {
    NetworkAcl own = aclOfSubnet.get(subnetId);
    return Optional.ofNullable(own != null ? own : defaultAcl.get(vpcId));
  }

  /// What the ACL lets pass. From the last entry to the first, each overrules those after it.
  TrafficSet acl(NetworkAcl acl, Direction direction) {
    return ofAcl.computeIfAbsent(
        new Key(acl.id(), direction),
        key -> {
          List<NetworkAcl.Entry> entries =
              new ArrayList<>(direction == Direction.INBOUND ? acl.inbound() : acl.outbound());
          entries.sort(Comparator.comparingInt(NetworkAcl.Entry::number));
          Collections.reverse(entries);
          TrafficSet passes = TrafficSet.NONE;
          for (NetworkAcl.Entry entry : entries) {
            TrafficSet matched = TrafficSet.of(entry.peer(), entry.services());
            passes =
                switch (entry.action()) {
                  case ALLOW -> passes.or(matched);
                  case DENY -> passes.minus(matched);
                };
          }
          return passes;
        });
  }
}
