package dev.assay.scap.oval;

import java.util.EnumMap;
import java.util.Map;

/// A result of OVAL (oval-results `ResultEnumeration`), with the specification's algebra over
/// many of them (OVAL 5.11.2, section 5.3.6): each operator is decided by how often each result
/// occurs.
public enum Truth {
  TRUE,
  FALSE,
  ERROR,
  UNKNOWN,
  NOT_EVALUATED,
  NOT_APPLICABLE;

  /// The word of the results schema, such as `not applicable`.
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  /// The opposite; only true and false have one.
  public Truth negatedIf(boolean negate) {
    return switch (this) {
      case TRUE -> negate ? FALSE : TRUE;
      case FALSE -> negate ? TRUE : FALSE;
      case ERROR, UNKNOWN, NOT_EVALUATED, NOT_APPLICABLE -> this;
    };
  }

  /// True or false.
  public static Truth of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /// How often each result occurs: the row of a table of the specification.
  static Map<Truth, Integer> count(Iterable<Truth> results) {
    Map<Truth, Integer> counts = new EnumMap<>(Truth.class);
    for (Truth each : values()) {
      counts.put(each, 0);
    }
    results.forEach(result -> counts.merge(result, 1, Integer::sum));
    return counts;
  }

  /// What is left where neither true nor false is decided, in the order of the tables' rows.
  static Truth undecided(Map<Truth, Integer> counts) {
    for (Truth each : new Truth[] {ERROR, UNKNOWN, NOT_EVALUATED}) {
      if (counts.getOrDefault(each, 0) > 0) {
        return each;
      }
    }
    return NOT_APPLICABLE;
  }

  /// Whether a result occurs that leaves the question open.
  static boolean open(Map<Truth, Integer> counts) {
    return counts.getOrDefault(ERROR, 0)
            + counts.getOrDefault(UNKNOWN, 0)
            + counts.getOrDefault(NOT_EVALUATED, 0)
        > 0;
  }
}
