package dev.assay.scap.oval;

import java.util.List;

/// The values of a variable or of a component of one, and how the collection behind them went
/// (`FlagEnumeration` again; error where a function cannot be computed).
record Values(Flag flag, List<String> values) {
  Values {
    values = List.copyOf(values);
  }

  static Values of(List<String> values) {
    return new Values(values.isEmpty() ? Flag.DOES_NOT_EXIST : Flag.COMPLETE, values);
  }

  static Values error() {
    return new Values(Flag.ERROR, List.of());
  }

  /// The flag of values made from several others: the worst of theirs.
  static Flag worst(Iterable<Values> parts) {
    Flag worst = Flag.COMPLETE;
    for (Values part : parts) {
      if (rank(part.flag()) > rank(worst)) {
        worst = part.flag();
      }
    }
    return worst;
  }

  private static int rank(Flag flag) {
    return switch (flag) {
      case COMPLETE -> 0;
      case NOT_APPLICABLE -> 1;
      case INCOMPLETE -> 2;
      case DOES_NOT_EXIST -> 3;
      case NOT_COLLECTED -> 4;
      case ERROR -> 5;
    };
  }
}
