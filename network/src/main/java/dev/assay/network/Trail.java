package dev.assay.network;

import dev.assay.network.packet.TrafficSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/// Hops in the order in which packets meet them, with what passes all of them. Trails that begin
/// or end alike share that part's sets.
///
/// @param passes what certainly passes every hop
/// @param mayPass that, and what might; never less than `passes`
public record Trail(List<Hop> hops, TrafficSet passes, TrafficSet mayPass) {
  public Trail {
    hops = hops instanceof HopsOnDemand ? hops : List.copyOf(hops);
  }

  static Trail of(List<Hop> hops) {
    return of(hops, TrafficSet::and);
  }

  /// @param and how sets are intersected: see [Intersections]
  static Trail of(List<Hop> hops, BinaryOperator<TrafficSet> and) {
    TrafficSet sure = TrafficSet.ALL;
    TrafficSet may = TrafficSet.ALL;
    for (Hop hop : hops) {
      boolean certain = sure.equals(may) && hop.unsure().isEmpty();
      sure = and.apply(sure, hop.admits());
      may = certain ? sure : and.apply(may, hop.admits().or(hop.unsure()));
    }
    return new Trail(hops, sure, may);
  }

  Trail then(Hop hop) {
    return then(of(List.of(hop)));
  }

  Trail then(Trail rest) {
    return then(rest, TrafficSet::and);
  }

  /// @param and as of [#of(List, BinaryOperator)]
  Trail then(Trail rest, BinaryOperator<TrafficSet> and) {
    List<Hop> all = new ArrayList<>(hops);
    all.addAll(rest.hops);
    TrafficSet sure = and.apply(passes, rest.passes);
    boolean certain = passes.equals(mayPass) && rest.passes.equals(rest.mayPass);
    return new Trail(all, sure, certain ? sure : and.apply(mayPass, rest.mayPass));
  }
}
