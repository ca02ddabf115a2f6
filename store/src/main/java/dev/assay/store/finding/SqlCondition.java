package dev.assay.store.finding;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.SqlStatement;

/// A condition under construction: SQL text with named parameters, and their values. Values never
/// become part of the text.
final class SqlCondition {
  private final StringBuilder sql = new StringBuilder();
  private final Map<String, Object> values = new LinkedHashMap<>();

  SqlCondition append(String text) {
    sql.append(text);
    return this;
  }

  /// Appends a parameter.
  SqlCondition value(Object value) {
    String name = "p" + values.size();
    values.put(name, value);
    sql.append(':').append(name);
    return this;
  }

  String sql() {
    return sql.toString();
  }

  <T extends SqlStatement<T>> T bind(T statement) {
    values.forEach(statement::bind);
    return statement;
  }
}
