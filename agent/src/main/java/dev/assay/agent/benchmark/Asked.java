package dev.assay.agent.benchmark;

import java.util.List;

/// What may be asked of a host: no more than a choice among these.
public enum Asked {
  /// A CIS profile of the first level, else one that has its rules too.
  CIS_LEVEL_1,
  /// The CIS profile of the highest level that the content has.
  CIS,
  /// Assay's own nine rules.
  BEST_PRACTICES;

  /// The levels of the profiles that will do, the best first.
  List<String> levels() {
    return switch (this) {
      case CIS_LEVEL_1 -> List.of("LEVEL_1", "LEVEL_2");
      case CIS -> List.of("LEVEL_2", "LEVEL_1");
      case BEST_PRACTICES -> List.of("LEVEL_1");
    };
  }
}
