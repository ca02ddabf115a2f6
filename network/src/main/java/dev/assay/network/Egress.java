package dev.assay.network;

import dev.assay.network.Filters.Direction;
import dev.assay.network.packet.Address;
import dev.assay.network.packet.Cidr;
import dev.assay.network.packet.Services;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import dev.assay.network.snapshot.PrefixList;
import dev.assay.network.snapshot.SecurityGroup;
import dev.assay.network.snapshot.SecurityGroup.Peer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/// What the interfaces of a layer may send: by their groups' outbound rules, and if what is behind
/// them runs.
final class Egress {
  private final Sources.Layer layer;
  private final Boundaries boundaries;
  private final List<Sender> senders = new ArrayList<>();
  private final Map<String, List<Integer>> naming = new HashMap<>();
  private final Map<Integer, Passing> byStretch = new HashMap<>();
  private final Map<String, Passing> byGroup = new HashMap<>();

  /// Whether what is behind an interface runs.
  private enum Running {
    YES,
    NO,
    UNKNOWN;

    static Running of(Trail start) {
      if (start.mayPass().isEmpty()) {
        return NO;
      }
      return start.passes().isEmpty() ? UNKNOWN : YES;
    }
  }

  private record Sender(CompiledGroups groups, boolean unguarded, Running running) {}

  /// What makes interfaces the same sender.
  private record Alike(List<String> groups, boolean unguarded, Running running) {}

  private record Sent(Services sure, Services may) {}

  /// @param boundaries of the blocks that outbound rules name
  Egress(Sources.Layer layer, Boundaries boundaries, Filters filters, InterfaceHops interfaceHops) {
    this.layer = layer;
    this.boundaries = boundaries;
    Map<Alike, Sender> known = new HashMap<>();
    for (int index = 0; index < layer.size(); index++) {
      NetworkInterface member = layer.member(index);
      CompiledGroups groups = filters.groups(member.groups(), Direction.OUTBOUND);
      Alike alike =
          new Alike(
              member.groups(),
              interfaceHops.isUnguarded(member),
              Running.of(interfaceHops.start(member)));
      senders.add(
          known.computeIfAbsent(alike, key -> new Sender(groups, key.unguarded(), key.running())));
      for (String group : groups.byMember().keySet()) {
        naming.computeIfAbsent(group, key -> new ArrayList<>()).add(index);
      }
    }
  }

  /// Where the blocks of outbound rules begin and end.
  static Boundaries boundaries(NetworkSnapshot snapshot) {
    return new Boundaries(
        snapshot.groups().values().stream()
            .flatMap(group -> group.outbound().stream())
            .map(SecurityGroup.Rule::peer)
            .flatMap(peer -> blocks(snapshot, peer)));
  }

  private static Stream<Cidr> blocks(NetworkSnapshot snapshot, Peer peer) {
    return switch (peer) {
      case Peer.Block block -> Stream.of(block.cidr());
      case Peer.Members members -> Stream.of();
      case Peer.Prefixes prefixes -> {
        PrefixList list = snapshot.prefixLists().get(prefixes.prefixListId());
        yield list == null ? Stream.of() : list.entries().stream();
      }
    };
  }

  /// To an address, by rules that name blocks.
  Passing to(Address target) {
    return byStretch.computeIfAbsent(
        boundaries.stretch(target),
        stretch ->
            sent(
                layer.all(),
                sender ->
                    sender.unguarded() ? Services.ALL : sender.groups().byAddress().at(target),
                sender -> sender.groups().unsure().at(target)));
  }

  /// To the members of a group, by rules that name it.
  Passing to(String group) {
    return byGroup.computeIfAbsent(
        group,
        id ->
            sent(
                naming.getOrDefault(id, List.of()),
                sender -> sender.groups().byMember().getOrDefault(id, Services.NONE),
                sender -> Services.NONE));
  }

  private Passing sent(
      List<Integer> indices, Function<Sender, Services> sure, Function<Sender, Services> unsure) {
    IdentityHashMap<Sender, Sent> known = new IdentityHashMap<>();
    IntFunction<Sent> sent =
        index -> known.computeIfAbsent(senders.get(index), each -> sent(each, sure, unsure));
    TrafficSet all = layer.of(indices, index -> sent.apply(index).sure());
    boolean certain = known.values().stream().allMatch(each -> each.sure().equals(each.may()));
    return certain
        ? Passing.surely(all)
        : new Passing(all, layer.of(indices, index -> sent.apply(index).may()));
  }

  private static Sent sent(
      Sender sender, Function<Sender, Services> sure, Function<Sender, Services> unsure) {
    if (sender.running() == Running.NO) {
      return new Sent(Services.NONE, Services.NONE);
    }
    Services surely = sure.apply(sender);
    return new Sent(
        sender.running() == Running.YES ? surely : Services.NONE, surely.or(unsure.apply(sender)));
  }
}
