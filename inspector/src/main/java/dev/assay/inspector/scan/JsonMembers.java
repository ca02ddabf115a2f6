package dev.assay.inspector.scan;

import dev.assay.awsapi.json.Json;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A JSON object while it is made. Members whose value is null, and arrays without elements, are
/// left out: absent means unknown.
final class JsonMembers {
  private final Map<String, Json> members = new LinkedHashMap<>();

  JsonMembers text(String name, @Nullable Object value) {
    if (value != null) {
      members.put(name, new Json.Text(value.toString()));
    }
    return this;
  }

  JsonMembers number(String name, double value) {
    members.put(name, new Json.Num(BigDecimal.valueOf(value)));
    return this;
  }

  JsonMembers number(String name, long value) {
    members.put(name, new Json.Num(BigDecimal.valueOf(value)));
    return this;
  }

  JsonMembers bool(String name, boolean value) {
    members.put(name, new Json.Bool(value));
    return this;
  }

  JsonMembers object(String name, JsonMembers value) {
    members.put(name, value.json());
    return this;
  }

  JsonMembers array(String name, Collection<? extends Json> elements) {
    if (!elements.isEmpty()) {
      members.put(name, new Json.Array(elements.stream().<Json>map(one -> one).toList()));
    }
    return this;
  }

  Json json() {
    return new Json.Obj(members);
  }
}
