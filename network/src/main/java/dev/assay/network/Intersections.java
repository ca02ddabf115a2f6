package dev.assay.network;

import dev.assay.network.packet.TrafficSet;
import java.util.IdentityHashMap;

/// Intersections of sets that were met before are not worked out again, and are the same set: so
/// that interfaces with equal filters share one, however many they are. Told by sameness, as the
/// sets of filters, routes and gateways are each made once.
final class Intersections {
  private final IdentityHashMap<TrafficSet, IdentityHashMap<TrafficSet, TrafficSet>> known =
      new IdentityHashMap<>();

  TrafficSet of(TrafficSet one, TrafficSet other) {
    return known
        .computeIfAbsent(one, set -> new IdentityHashMap<>())
        .computeIfAbsent(other, one::and);
  }
}
