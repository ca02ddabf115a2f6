package dev.assay.store.finding;

import dev.assay.assessment.query.Criterion.Comparison;
import dev.assay.assessment.query.Criterion.TextCondition;
import java.util.List;

/// Conditions on a text that is known before the database is asked.
final class TextConditions {
  private TextConditions() {}

  /// Whether any of the positive conditions holds, if there are any, and all of the negative ones.
  static boolean hold(List<TextCondition> conditions, String text) {
    boolean hasPositive = false;
    boolean anyPositive = false;
    for (TextCondition condition : conditions) {
      if (condition.comparison() == Comparison.NOT_EQUALS) {
        if (text.equals(condition.value())) {
          return false;
        }
      } else {
        hasPositive = true;
        anyPositive |= holds(condition, text);
      }
    }
    return !hasPositive || anyPositive;
  }

  private static boolean holds(TextCondition condition, String text) {
    return switch (condition.comparison()) {
      case EQUALS -> text.equals(condition.value());
      case PREFIX -> text.startsWith(condition.value());
      case NOT_EQUALS -> !text.equals(condition.value());
    };
  }
}
