package dev.assay.awsapi.schema;

import dev.assay.awsapi.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An object of a model's file, asked for what it may hold.
record Model(Map<String, Json> members) {
  static Model of(Json json) {
    return json instanceof Json.Obj(var members) ? new Model(members) : new Model(Map.of());
  }

  Model object(String key) {
    return of(members.getOrDefault(key, new Json.Null()));
  }

  Optional<String> text(String key) {
    return members.get(key) instanceof Json.Text(String value)
        ? Optional.of(value)
        : Optional.empty();
  }

  Optional<BigDecimal> number(String key) {
    return members.get(key) instanceof Json.Num(BigDecimal value)
        ? Optional.of(value)
        : Optional.empty();
  }

  boolean flag(String key, boolean otherwise) {
    return members.get(key) instanceof Json.Bool(boolean value) ? value : otherwise;
  }

  List<Json> list(String key) {
    return members.get(key) instanceof Json.Array(var items) ? items : List.of();
  }

  List<String> texts(String key) {
    return list(key).stream()
        .flatMap(
            item ->
                item instanceof Json.Text(String v)
                    ? Optional.of(v).stream()
                    : Optional.<String>empty().stream())
        .toList();
  }
}
