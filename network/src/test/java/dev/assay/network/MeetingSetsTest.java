package dev.assay.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Whether sets meet, against their intersection.
final class MeetingSetsTest {
  private static final int TOPOLOGIES = 20;
  private static final int STEP = 7;

  @Test
  void sets_meet_where_their_intersection_has_something() {
    int meeting = 0;
    int apart = 0;
    for (long seed = 0; seed < TOPOLOGIES; seed++) {
      List<TrafficSet> sets = sets(new Topology(seed).snapshot());
      for (int one = 0; one < sets.size(); one++) {
        for (int other = one % STEP; other < sets.size(); other += STEP) {
          boolean meet = sets.get(one).meets(sets.get(other));
          assertThat(meet).isEqualTo(!sets.get(one).and(sets.get(other)).isEmpty());
          meeting += meet ? 1 : 0;
          apart += meet ? 0 : 1;
        }
      }
    }
    assertThat(meeting).isGreaterThan(1_000);
    assertThat(apart).isGreaterThan(1_000);
  }

  /// Those of every hop that an interface has on a way from outside, and what is left of each.
  private static List<TrafficSet> sets(NetworkSnapshot account) {
    Reachability reachability = new Reachability(account);
    List<TrafficSet> sets = new ArrayList<>(List.of(TrafficSet.NONE, TrafficSet.ALL));
    for (NetworkInterface each : account.interfaces().values()) {
      reachability
          .fromInternetAnyhow(each)
          .flatMap(way -> way.trail().hops().stream())
          .map(Hop::admits)
          .forEach(
              set -> {
                sets.add(set);
                sets.add(TrafficSet.ALL.minus(set));
              });
    }
    return sets.stream().distinct().toList();
  }
}
