package dev.assay.store.sql;

import dev.assay.assessment.query.Criterion.Comparison;
import dev.assay.assessment.query.Criterion.TextCondition;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Appends comparisons to a condition, in the plain form that indexes answer. One with a text that
/// is missing may be unknown, which selects as little as false does: none may be negated.
public final class Comparisons {
  private final SqlCondition sql;

  public Comparisons(SqlCondition sql) {
    this.sql = sql;
  }

  /// Any of the positive conditions, if there are any, and all of the negative ones.
  public void texts(List<TextCondition> conditions, Consumer<TextCondition> one) {
    List<TextCondition> positive =
        conditions.stream().filter(it -> it.comparison() != Comparison.NOT_EQUALS).toList();
    sql.append("(");
    if (positive.isEmpty()) {
      sql.append("true");
    } else {
      any(positive, one);
    }
    for (TextCondition condition : conditions) {
      if (condition.comparison() == Comparison.NOT_EQUALS) {
        sql.append(" and ");
        one.accept(condition);
      }
    }
    sql.append(")");
  }

  /// A text, which may be null, against a condition.
  ///
  /// @param text an expression of our own
  public void text(String text, TextCondition condition) {
    String value = condition.value();
    switch (condition.comparison()) {
      case EQUALS -> sql.append("(" + text + " = ").value(value).append(")");
      case PREFIX -> sql.append("starts_with(" + text + ", ").value(value).append(")");
      case NOT_EQUALS -> sql.append("(" + text + " is distinct from ").value(value).append(")");
    }
  }

  /// A number or moment between two ends, both included; null is open. What is missing is within
  /// nothing.
  ///
  /// @param column an expression of our own; null where nothing that is stored has it
  public void within(@Nullable String column, @Nullable Object from, @Nullable Object to) {
    if (column == null) {
      sql.append("false");
      return;
    }
    sql.append("(" + column + " is not null");
    if (from != null) {
      sql.append(" and " + column + " >= ").value(from);
    }
    if (to != null) {
      sql.append(" and " + column + " <= ").value(to);
    }
    sql.append(")");
  }

  /// One alternative at least; false where there are none.
  public <T> void any(List<T> alternatives, Consumer<T> one) {
    sql.append("(false");
    for (T alternative : alternatives) {
      sql.append(" or ");
      one.accept(alternative);
    }
    sql.append(")");
  }
}
