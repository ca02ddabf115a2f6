package dev.assay.assessment.aggregation;

import dev.assay.assessment.query.FindingOrder.Direction;

/// An order of sums. Equal ones follow by account and name.
public record AggregationOrder(Key key, Direction direction) {
  /// Where most is critical, first.
  public static final AggregationOrder DEFAULT =
      new AggregationOrder(Key.CRITICAL, Direction.DESCENDING);

  /// The number that sums are sorted by.
  public enum Key {
    ALL,
    HIGH,
    CRITICAL,
    NETWORK_REACHABILITY,
    RESOURCES
  }
}
