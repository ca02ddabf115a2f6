package dev.assay.awsapi.codec;

import dev.assay.awsapi.json.Json;
import dev.assay.awsapi.schema.Member;
import dev.assay.awsapi.schema.Shape;
import dev.assay.awsapi.schema.ShapeReference;
import dev.assay.awsapi.schema.TimestampFormat;
import dev.assay.awsapi.schema.TypeFactory;
import dev.assay.awsapi.value.Blob;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads values from JSON. All that is wrong is collected; once anything is, nothing is made any
/// more, but everything is still looked at.
public final class ValueReader {
  private final TypeFactory types;
  private final Strictness strictness;
  private final Violations violations;
  private final Constraints constraints;

  /// How a reader treats what its model does not allow.
  public enum Strictness {
    /// A server checks its callers.
    EVERY_CONSTRAINT,
    /// A client reads what a newer server says, and only needs to understand it.
    TYPES_ONLY
  }

  public ValueReader(TypeFactory types, Strictness strictness, Violations violations) {
    this.types = types;
    this.strictness = strictness;
    this.violations = violations;
    this.constraints =
        new Constraints(strictness == Strictness.EVERY_CONSTRAINT ? violations : new Violations());
  }

  /// The value; null where something is wrong.
  public @Nullable Object read(Shape shape, Json json, Path path) {
    return switch (shape) {
      case Shape.Struct struct -> struct(struct, json, path);
      case Shape.Union union -> union(union, json, path);
      case Shape.Sequence sequence -> sequence(sequence, json, path);
      case Shape.Dictionary dictionary -> dictionary(dictionary, json, path);
      case Shape.Text text -> text(text, json, path);
      case Shape.Enumeration enumeration -> enumeration(enumeration, json, path);
      case Shape.Numeric numeric -> number(numeric, json, path);
      case Shape.Bool _ ->
          json instanceof Json.Bool(boolean value) ? value : wrong("a boolean", json, path);
      case Shape.Timestamp timestamp -> timestamp(timestamp, json, path);
      case Shape.Bytes bytes -> blob(bytes, json, path);
      case Shape.Document _ -> json;
    };
  }

  private @Nullable Object struct(Shape.Struct shape, Json json, Path path) {
    if (!(json instanceof Json.Obj object)) {
      return wrong("an object", json, path);
    }
    @Nullable Object[] members = new Object[shape.members().size()];
    body(shape, object, members, path);
    return finish(shape, members, path);
  }

  /// Reads the members of a structure that are in a body.
  public void body(Shape.Struct shape, Json.Obj object, @Nullable Object[] into, Path path) {
    object
        .members()
        .forEach(
            (name, value) -> {
              Member member = shape.byWireName().get(name);
              // What a model does not have is ignored, as the protocols demand; null is absent.
              if (member != null
                  && member.location() == Member.Location.BODY
                  && !(value instanceof Json.Null)) {
                into[member.index()] = read(member.target().get(), value, path.then(member.name()));
              }
            });
  }

  /// The structure of these members; null where anything is wrong, which says what is missing.
  public @Nullable Object finish(Shape.Struct shape, @Nullable Object[] members, Path path) {
    for (Member member : shape.members()) {
      Path at = path.then(member.name());
      if (member.required() && members[member.index()] == null && !isReported(at)) {
        constraints.required(at);
        if (strictness == Strictness.TYPES_ONLY) {
          violations.add(at, Violation.Kind.REQUIRED, "The answer lacks " + at + ".");
        }
      }
    }
    return violations.isEmpty() ? types.structure(shape.name(), members) : null;
  }

  /// A member that could not be read is not missing.
  private boolean isReported(Path path) {
    if (violations.isEmpty()) {
      return false;
    }
    String name = path.toString();
    return violations.list().stream()
        .anyMatch(v -> v.path().equals(name) || v.path().startsWith(name + "."));
  }

  private @Nullable Object union(Shape.Union shape, Json json, Path path) {
    if (!(json instanceof Json.Obj object)) {
      return wrong("an object", json, path);
    }
    Member set = null;
    Object value = null;
    int count = 0;
    for (Map.Entry<String, Json> entry : object.members().entrySet()) {
      Member member = shape.byWireName().get(entry.getKey());
      if (entry.getValue() instanceof Json.Null || entry.getKey().equals("__type")) {
        continue;
      }
      count++;
      if (member != null) {
        set = member;
        value = read(member.target().get(), entry.getValue(), path.then(member.name()));
      }
    }
    if (set == null || count != 1) {
      violations.unsatisfied(
          path,
          Violation.Kind.UNION,
          String.join(", ", object.members().keySet()),
          "Exactly one member must be set of "
              + shape.members().stream().map(Member::name).toList());
      return null;
    }
    return value == null || !violations.isEmpty()
        ? null
        : types.union(shape.name(), set.index(), value);
  }

  private @Nullable Object sequence(Shape.Sequence shape, Json json, Path path) {
    if (!(json instanceof Json.Array(List<Json> items))) {
      return wrong("a list", json, path);
    }
    constraints.length(shape.length(), items.size(), shown(items.size()), path);
    List<Object> values = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      Object value = element(shape, items.get(i), path.then(Integer.toString(i)));
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  private @Nullable Object element(Shape.Sequence shape, Json json, Path path) {
    if (!(json instanceof Json.Null)) {
      return read(shape.element().get(), json, path);
    }
    if (!shape.sparse()) {
      constraints.required(path);
    }
    return null;
  }

  private @Nullable Object dictionary(Shape.Dictionary shape, Json json, Path path) {
    if (!(json instanceof Json.Obj(Map<String, Json> entries))) {
      return wrong("a map", json, path);
    }
    constraints.length(shape.length(), entries.size(), shown(entries.size()), path);
    Map<String, Object> values = new LinkedHashMap<>();
    entries.forEach(
        (key, entry) -> {
          Path at = path.then(key);
          key(shape.key(), key, at);
          if (entry instanceof Json.Null) {
            constraints.required(at);
            return;
          }
          Object value = read(shape.value().get(), entry, at);
          if (value != null) {
            values.put(key, value);
          }
        });
    return values;
  }

  private void key(ShapeReference shape, String key, Path path) {
    switch (shape.get()) {
      case Shape.Text text -> constraints.text(text, key, path);
      case Shape.Enumeration enumeration -> constraints.enumeration(enumeration, key, path);
      default -> throw new IllegalStateException("a map's key is text");
    }
  }

  private @Nullable Object text(Shape.Text shape, Json json, Path path) {
    if (!(json instanceof Json.Text(String value))) {
      return wrong("a string", json, path);
    }
    constraints.text(shape, value, path);
    return value;
  }

  private @Nullable Object enumeration(Shape.Enumeration shape, Json json, Path path) {
    if (!(json instanceof Json.Text(String value))) {
      return wrong("a string", json, path);
    }
    constraints.enumeration(shape, value, path);
    return types.enumeration(shape.name(), value);
  }

  private @Nullable Object number(Shape.Numeric shape, Json json, Path path) {
    if (shape.kind() == Shape.Numeric.Kind.DOUBLE && json instanceof Json.Text(String word)) {
      return switch (word) {
        case "NaN" -> Double.NaN;
        case "Infinity" -> Double.POSITIVE_INFINITY;
        case "-Infinity" -> Double.NEGATIVE_INFINITY;
        default -> wrong("a number", json, path);
      };
    }
    if (!(json instanceof Json.Num(BigDecimal value))) {
      return wrong("a number", json, path);
    }
    Optional<Object> number = Numbers.of(shape.kind(), value);
    if (number.isEmpty()) {
      return wrong("a number of the type " + shape.kind(), json, path);
    }
    constraints.number(shape, value, path);
    return number.get();
  }

  private @Nullable Object timestamp(Shape.Timestamp shape, Json json, Path path) {
    TimestampFormat format =
        shape.format() == null ? TimestampFormat.EPOCH_SECONDS : shape.format();
    Optional<Instant> instant =
        switch (json) {
          case Json.Num(BigDecimal seconds) when format == TimestampFormat.EPOCH_SECONDS ->
              Timestamps.ofEpochSeconds(seconds);
          case Json.Text(String text) when format != TimestampFormat.EPOCH_SECONDS ->
              Timestamps.parse(text, format);
          default -> Optional.empty();
        };
    return instant.isPresent() ? instant.get() : wrong("a timestamp as " + format, json, path);
  }

  private @Nullable Object blob(Shape.Bytes shape, Json json, Path path) {
    if (!(json instanceof Json.Text(String text))) {
      return wrong("bytes in Base64", json, path);
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      constraints.length(shape.length(), bytes.length, shown(bytes.length), path);
      return Blob.of(bytes);
    } catch (IllegalArgumentException e) {
      return wrong("bytes in Base64", json, path);
    }
  }

  private static String shown(int size) {
    return "[" + size + "]";
  }

  private @Nullable Object wrong(String expected, Json json, Path path) {
    violations.add(
        path,
        Violation.Kind.TYPE,
        "'%s' must be %s, not %s.".formatted(path, expected, json.kind()));
    return null;
  }
}
