package dev.assay.awsapi.schema;

import dev.assay.awsapi.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads shapes of a model.
final class ShapeReader {
  private final Map<String, Shape> shapes;

  ShapeReader(Map<String, Shape> shapes) {
    this.shapes = shapes;
  }

  Shape shape(String name, Model shape) {
    String type = shape.text("type").orElseThrow();
    return switch (type) {
      case "structure" -> structure(name, shape);
      case "string" -> string(name, shape);
      case "list" ->
          new Shape.Sequence(
              name, target(shape.object("member")), bounds(shape), shape.flag("sparse", false));
      case "map" ->
          new Shape.Dictionary(
              name, target(shape.object("key")), target(shape.object("value")), bounds(shape));
      case "integer" -> number(name, Shape.Numeric.Kind.INTEGER, shape);
      case "long" -> number(name, Shape.Numeric.Kind.LONG, shape);
      case "double", "float" -> number(name, Shape.Numeric.Kind.DOUBLE, shape);
      case "boolean" -> new Shape.Bool(name);
      case "timestamp" -> new Shape.Timestamp(name, format(shape));
      case "blob" -> new Shape.Bytes(name, bounds(shape));
      default -> throw new IllegalStateException("shape type " + type);
    };
  }

  private Shape structure(String name, Model shape) {
    if (shape.flag("document", false)) {
      return new Shape.Document(name);
    }
    List<Member> members = members(shape);
    Map<String, Member> byWireName = new HashMap<>();
    members.forEach(member -> byWireName.put(member.wireName(), member));
    if (shape.flag("union", false)) {
      return new Shape.Union(name, members, Map.copyOf(byWireName));
    }
    String payload = shape.text("payload").orElse("");
    return new Shape.Struct(
        name,
        members,
        Map.copyOf(byWireName),
        members.stream().filter(member -> member.name().equals(payload)).findFirst().orElse(null),
        error(shape));
  }

  /// An error without a status is the caller's mistake, unless the model calls it a fault.
  private static @Nullable ErrorTrait error(Model shape) {
    if (!shape.flag("exception", false)) {
      return null;
    }
    return new ErrorTrait(
        shape
            .object("error")
            .number("httpStatusCode")
            .map(Number::intValue)
            .orElse(shape.flag("fault", false) ? 500 : 400));
  }

  private List<Member> members(Model shape) {
    Set<String> required = Set.copyOf(shape.texts("required"));
    List<Member> members = new ArrayList<>();
    shape
        .object("members")
        .members()
        .forEach(
            (name, json) ->
                members.add(member(name, members.size(), required.contains(name), json)));
    return List.copyOf(members);
  }

  private Member member(String name, int index, boolean required, Json json) {
    Model member = Model.of(json);
    Member.Location location =
        switch (member.text("location").orElse("")) {
          case "" -> Member.Location.BODY;
          case "uri" -> Member.Location.URI;
          case "querystring" -> Member.Location.QUERY;
          case "header" -> Member.Location.HEADER;
          case "headers" -> Member.Location.HEADERS;
          case "statusCode" -> Member.Location.STATUS;
          default -> throw new IllegalStateException("location of " + name);
        };
    return new Member(
        name, member.text("locationName").orElse(name), index, target(member), required, location);
  }

  private static Shape string(String name, Model shape) {
    List<String> values = shape.texts("enum");
    if (!values.isEmpty()) {
      return new Shape.Enumeration(name, new LinkedHashSet<>(values));
    }
    return new Shape.Text(
        name,
        bounds(shape),
        shape.text("pattern").map(ModelPattern::compile).orElse(null),
        shape.flag("sensitive", false));
  }

  private static Shape number(String name, Shape.Numeric.Kind kind, Model shape) {
    return new Shape.Numeric(name, kind, bounds(shape));
  }

  private static @Nullable TimestampFormat format(Model shape) {
    return shape.text("timestampFormat").map(TimestampFormat::of).orElse(null);
  }

  private static Bounds bounds(Model shape) {
    return new Bounds(shape.number("min").orElse(null), shape.number("max").orElse(null));
  }

  private ShapeReference target(Model reference) {
    return new ShapeReference(shapes, reference.text("shape").orElseThrow());
  }
}
