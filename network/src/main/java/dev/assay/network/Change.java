package dev.assay.network;

import dev.assay.network.packet.Address;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.NetworkSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
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

  /// What passes on all ways together.
  private record Passing(TrafficSet sure, TrafficSet may) {
    static final Passing NOTHING = new Passing(TrafficSet.NONE, TrafficSet.NONE);

    Passing or(Passing other) {
      return new Passing(sure.or(other.sure), may.or(other.may));
    }
  }

  /// Every way from outside its VPC to any interface, compared.
  public static List<Change> between(NetworkSnapshot before, NetworkSnapshot after) {
    return between(Exposures.ways(before), Exposures.ways(after));
  }

  public static List<Change> between(Stream<Candidate> before, Stream<Candidate> after) {
    Map<Key, Passing> old = passing(before);
    Map<Key, Passing> now = passing(after);
    TreeSet<Key> keys = new TreeSet<>(old.keySet());
    keys.addAll(now.keySet());
    List<Change> changes = new ArrayList<>();
    for (Key key : keys) {
      Passing was = Objects.requireNonNullElse(old.get(key), Passing.NOTHING);
      Passing is = Objects.requireNonNullElse(now.get(key), Passing.NOTHING);
      TrafficSet opened = is.sure.minus(was.sure);
      TrafficSet closed = was.sure.minus(is.sure);
      boolean undecided = !is.may.minus(is.sure).minus(was.may).isEmpty();
      if (!opened.isEmpty() || !closed.isEmpty() || undecided) {
        changes.add(
            new Change(
                key.source, key.route, key.interfaceId, key.address, opened, closed, undecided));
      }
    }
    return changes;
  }

  private static Map<Key, Passing> passing(Stream<Candidate> ways) {
    Map<Key, Passing> all = new LinkedHashMap<>();
    ways.forEach(
        way ->
            all.merge(
                new Key(way.source(), way.route(), way.destination().id(), way.address()),
                new Passing(way.trail().passes(), way.trail().mayPass()),
                Passing::or));
    return all;
  }
}
