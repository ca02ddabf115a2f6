package dev.assay.network;

import dev.assay.network.packet.TrafficSet;
import java.util.ArrayList;
import java.util.List;

/// Hops in the order in which packets meet them, with what passes all of them. Trails that begin
/// or end alike share that part's sets.
///
/// @param passes what certainly passes every hop
/// @param mayPass that, and what might; never less than `passes`
public record Trail(List<Hop> hops, TrafficSet passes, TrafficSet mayPass) {
  static final Trail START = new Trail(List.of(), TrafficSet.ALL, TrafficSet.ALL);

  public Trail {
    hops = List.copyOf(hops);
  }

  static Trail of(List<Hop> hops) {
    Trail trail = START;
    for (Hop hop : hops) {
      trail = trail.then(hop);
    }
    return trail;
  }

  Trail then(Hop hop) {
    TrafficSet may = hop.unsure().isEmpty() ? hop.admits() : hop.admits().or(hop.unsure());
    return then(new Trail(List.of(hop), hop.admits(), may));
  }

  Trail then(Trail rest) {
    List<Hop> all = new ArrayList<>(hops);
    all.addAll(rest.hops);
    TrafficSet sure = passes.and(rest.passes);
    boolean certain = passes.equals(mayPass) && rest.passes.equals(rest.mayPass);
    return new Trail(all, sure, certain ? sure : mayPass.and(rest.mayPass));
  }
}
