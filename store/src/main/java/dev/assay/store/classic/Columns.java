package dev.assay.store.classic;

import dev.assay.assessment.classic.Attribute;
import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.rulespackage.RulesPackage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How values of Classic's lie in columns, and come back.
final class Columns {
  private Columns() {}

  static ClassicArn arn(ResultSet row, String column) throws SQLException {
    return arn(row.getString(column));
  }

  static ClassicArn arn(String stored) {
    return ClassicArn.parse(stored)
        .orElseThrow(() -> new IllegalStateException("Stored as an ARN: " + stored));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }

  static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    Timestamp moment = row.getTimestamp(column);
    return moment == null ? null : moment.toInstant();
  }

  static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  static String[] texts(Collection<String> texts) {
    return texts.toArray(String[]::new);
  }

  /// Keys and values lie in two columns, side by side.
  static List<Attribute> attributes(ResultSet row, String keys, String values) throws SQLException {
    String[] names = (String[]) row.getArray(keys).getArray();
    @Nullable String[] texts = (@Nullable String[]) row.getArray(values).getArray();
    List<Attribute> attributes = new ArrayList<>();
    for (int i = 0; i < names.length; i++) {
      attributes.add(new Attribute(names[i], texts[i]));
    }
    return attributes;
  }

  static String[] keys(List<Attribute> attributes) {
    return attributes.stream().map(Attribute::key).toArray(String[]::new);
  }

  static @Nullable String[] values(List<Attribute> attributes) {
    @Nullable String[] values = new @Nullable String[attributes.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = attributes.get(i).value();
    }
    return values;
  }

  static String[] names(Collection<? extends Enum<?>> constants) {
    return texts(constants, Enum::name);
  }

  static <T> String[] texts(Collection<? extends T> items, Function<? super T, String> text) {
    return items.stream().map(text).toArray(String[]::new);
  }

  static List<RulesPackage> rulesPackages(ResultSet row, String column) throws SQLException {
    return texts(row, column).stream().map(RulesPackage::valueOf).toList();
  }
}
