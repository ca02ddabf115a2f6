package dev.assay.scap.oval;

import java.util.Map;

/// How the results of several criteria or states are combined (`OperatorEnumeration`).
public enum LogicalOperator {
  AND,
  OR,
  ONE,
  XOR;

  /// The operator a document names.
  static LogicalOperator named(String word) {
    return valueOf(word);
  }

  /// The specification's table of this operator.
  public Truth combine(Iterable<Truth> results) {
    Map<Truth, Integer> counts = Truth.count(results);
    int yes = counts.getOrDefault(Truth.TRUE, 0);
    int no = counts.getOrDefault(Truth.FALSE, 0);
    boolean open = Truth.open(counts);
    return switch (this) {
      case AND -> no > 0 ? Truth.FALSE : open || yes == 0 ? Truth.undecided(counts) : Truth.TRUE;
      case OR -> yes > 0 ? Truth.TRUE : open || no == 0 ? Truth.undecided(counts) : Truth.FALSE;
      case ONE -> one(counts, yes, no, open);
      case XOR -> open || yes + no == 0 ? Truth.undecided(counts) : Truth.of(yes % 2 == 1);
    };
  }

  private static Truth one(Map<Truth, Integer> counts, int yes, int no, boolean open) {
    if (yes > 1) {
      return Truth.FALSE;
    }
    if (open || yes + no == 0) {
      return Truth.undecided(counts);
    }
    return Truth.of(yes == 1);
  }
}
