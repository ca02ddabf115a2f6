package dev.assay.scap.oval;

import java.util.Map;

/// How many of the things looked at must be as said (`CheckEnumeration`).
public enum Check {
  ALL,
  AT_LEAST_ONE,
  NONE_SATISFY,
  ONLY_ONE;

  /// The check a document names; `none exist` is the deprecated spelling of `none satisfy`.
  static Check named(String word) {
    return switch (word) {
      case "all" -> ALL;
      case "at least one" -> AT_LEAST_ONE;
      case "none satisfy", "none exist" -> NONE_SATISFY;
      case "only one" -> ONLY_ONE;
      default ->
          throw new dev.assay.scap.xml.MalformedContentException("No check is called " + word);
    };
  }

  /// The specification's table of this check.
  public Truth combine(Iterable<Truth> results) {
    return switch (this) {
      case ALL -> LogicalOperator.AND.combine(results);
      case AT_LEAST_ONE -> LogicalOperator.OR.combine(results);
      case ONLY_ONE -> LogicalOperator.ONE.combine(results);
      case NONE_SATISFY -> none(Truth.count(results));
    };
  }

  private static Truth none(Map<Truth, Integer> counts) {
    if (counts.getOrDefault(Truth.TRUE, 0) > 0) {
      return Truth.FALSE;
    }
    if (Truth.open(counts) || counts.getOrDefault(Truth.FALSE, 0) == 0) {
      return Truth.undecided(counts);
    }
    return Truth.TRUE;
  }
}
