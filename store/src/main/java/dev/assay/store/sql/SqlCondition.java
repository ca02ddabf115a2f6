package dev.assay.store.sql;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.SqlStatement;

/// A condition under construction: SQL text with named parameters, and their values. Values never
/// become part of the text.
public final class SqlCondition {
  private final StringBuilder sql = new StringBuilder();
  private final Map<String, Object> values = new LinkedHashMap<>();

  /// Appends text, which must never hold a value from outside.
  public SqlCondition append(String text) {
    sql.append(text);
    return this;
  }

  /// Appends a parameter.
  public SqlCondition value(Object value) {
    String name = "p" + values.size();
    values.put(name, value);
    sql.append(':').append(name);
    return this;
  }

  public String sql() {
    return sql.toString();
  }

  public <T extends SqlStatement<T>> T bind(T statement) {
    values.forEach(statement::bind);
    return statement;
  }
}
