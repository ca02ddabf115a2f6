package dev.assay.network;

import dev.assay.network.packet.Address;
import dev.assay.network.packet.Services;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a change of the configuration opens and closes for one address.
///
/// @param source as of [Candidate]
/// @param opened what certainly gets through now, and did not
/// @param closed what certainly got through, and does not any more
/// @param undecided whether more may get through than before, for want of something not read
public record Change(
    String source,
    Candidate.Route route,
    String interfaceId,
    Address address,
    TrafficSet opened,
    TrafficSet closed,
    boolean undecided) {

  private record Key(String source, Candidate.Route route, String interfaceId, Address address)
      implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return toString().compareTo(other.toString());
    }
  }

  /// Who sends: of ways that many take together only what somebody sends counts.
  ///
  /// @param before every interface there was
  /// @param after every interface there is
  private record Senders(Sources before, Sources after, TrafficSet appeared, TrafficSet vanished) {
    static Senders of(NetworkSnapshot before, NetworkSnapshot after) {
      Set<Address> old = addresses(before);
      Set<Address> now = addresses(after);
      return new Senders(
          new Sources(before.interfaces().values()),
          new Sources(after.interfaces().values()),
          without(now, old),
          without(old, now));
    }

    private static Set<Address> addresses(NetworkSnapshot snapshot) {
      return snapshot.interfaces().values().stream()
          .flatMap(each -> each.addresses().stream())
          .map(NetworkInterface.Assigned::address)
          .collect(Collectors.toCollection(TreeSet::new));
    }

    private static TrafficSet without(Set<Address> all, Set<Address> others) {
      return TrafficSet.union(
          all.stream()
              .filter(each -> !others.contains(each))
              .map(each -> TrafficSet.of(each, Services.ALL))
              .toList());
    }
  }

  /// Every way from outside its VPC to any interface, compared.
  public static List<Change> between(NetworkSnapshot before, NetworkSnapshot after) {
    Senders senders = Senders.of(before, after);
    Map<Key, Passing> old = passing(Exposures.ways(before));
    Map<Key, Passing> now = passing(Exposures.ways(after));
    List<Change> changes = new ArrayList<>();
    for (Key key : keys(old, now)) {
      Passing was = old.getOrDefault(key, Passing.NOTHING);
      Passing is = now.getOrDefault(key, Passing.NOTHING);
      if (key.route() == Candidate.Route.PEERED_VPC) {
        was = was.minus(senders.appeared());
        is = is.minus(senders.vanished());
        add(
            changes,
            key,
            senders.after().inhabited(is.sure().minus(was.sure())),
            senders.before().inhabited(was.sure().minus(is.sure())),
            senders.after().inhabited(undecided(was, is)));
      } else {
        add(changes, key, was, is);
      }
    }
    return changes;
  }

  public static List<Change> between(Stream<Candidate> before, Stream<Candidate> after) {
    Map<Key, Passing> old = passing(before);
    Map<Key, Passing> now = passing(after);
    List<Change> changes = new ArrayList<>();
    for (Key key : keys(old, now)) {
      add(
          changes,
          key,
          old.getOrDefault(key, Passing.NOTHING),
          now.getOrDefault(key, Passing.NOTHING));
    }
    return changes;
  }

  private static Set<Key> keys(Map<Key, Passing> old, Map<Key, Passing> now) {
    Set<Key> keys = new TreeSet<>(old.keySet());
    keys.addAll(now.keySet());
    return keys;
  }

  private static void add(List<Change> changes, Key key, Passing was, Passing is) {
    add(changes, key, is.sure().minus(was.sure()), was.sure().minus(is.sure()), undecided(was, is));
  }

  private static TrafficSet undecided(Passing was, Passing is) {
    return is.may().minus(is.sure()).minus(was.may());
  }

  private static void add(
      List<Change> changes, Key key, TrafficSet opened, TrafficSet closed, TrafficSet undecided) {
    boolean more = !undecided.isEmpty();
    if (!opened.isEmpty() || !closed.isEmpty() || more) {
      changes.add(
          new Change(
              key.source(), key.route(), key.interfaceId(), key.address(), opened, closed, more));
    }
  }

  private static Map<Key, Passing> passing(Stream<Candidate> ways) {
    Map<Key, Passing> all = new LinkedHashMap<>();
    ways.forEach(
        way ->
            all.merge(
                new Key(way.source(), way.route(), way.destination().id(), way.address()),
                Passing.of(way.trail()),
                Passing::or));
    return all;
  }
}
