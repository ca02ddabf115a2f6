package dev.assay.network;

import dev.assay.network.packet.TrafficSet;

/// What certainly gets through, and what may.
///
/// @param may never less than `sure`
record Passing(TrafficSet sure, TrafficSet may) {
  static final Passing NOTHING = surely(TrafficSet.NONE);
  static final Passing EVERYTHING = surely(TrafficSet.ALL);

  static Passing surely(TrafficSet set) {
    return new Passing(set, set);
  }

  static Passing of(Trail trail) {
    return new Passing(trail.passes(), trail.mayPass());
  }

  // Sameness is only a short cut: equal sets that are not the same are combined twice.
  @SuppressWarnings("ReferenceEquality")
  private boolean isCertain() {
    return sure == may;
  }

  Passing and(Passing other) {
    TrafficSet both = sure.and(other.sure);
    return isCertain() && other.isCertain() ? surely(both) : new Passing(both, may.and(other.may));
  }

  Passing and(TrafficSet other) {
    return and(surely(other));
  }

  Passing minus(TrafficSet other) {
    return other.isEmpty() ? this : new Passing(sure.minus(other), may.minus(other));
  }

  Passing or(Passing other) {
    TrafficSet either = sure.or(other.sure);
    return isCertain() && other.isCertain()
        ? surely(either)
        : new Passing(either, may.or(other.may));
  }

  Passing or(TrafficSet other) {
    return or(surely(other));
  }

  /// Whether certainly nothing gets through.
  boolean isEmpty() {
    return may.isEmpty();
  }
}
