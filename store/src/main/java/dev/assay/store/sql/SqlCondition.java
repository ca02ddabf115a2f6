package dev.assay.store.sql;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
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

  /// A query that is planned for its values: which index answers best depends on them, more than
  /// planning costs.
  public Query query(Handle handle) {
    handle.execute("set local plan_cache_mode = force_custom_plan");
    return bind(handle.createQuery(sql()));
  }

  public <T extends SqlStatement<T>> T bind(T statement) {
    values.forEach(statement::bind);
    return statement;
  }
}
