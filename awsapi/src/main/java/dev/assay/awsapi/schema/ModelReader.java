package dev.assay.awsapi.schema;

import dev.assay.awsapi.json.Json;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the file that the build wrote of a model.
final class ModelReader {
  private final Model model;
  private final Map<String, Shape> shapes = new HashMap<>();

  ModelReader(Json.Obj model) {
    this.model = Model.of(model);
  }

  ServiceSchema service(TypeFactory types) {
    Model metadata = model.object("metadata");
    ShapeReader reader = new ShapeReader(shapes);
    model
        .object("shapes")
        .members()
        .forEach((name, json) -> shapes.put(name, reader.shape(name, Model.of(json))));
    Map<String, OperationSchema> operations = new LinkedHashMap<>();
    model
        .object("operations")
        .members()
        .forEach((name, json) -> operations.put(name, operation(name, Model.of(json))));
    return new ServiceSchema(
        model.text("name").orElseThrow(),
        protocol(metadata.text("protocol").orElseThrow()),
        metadata.text("signingName").or(() -> metadata.text("endpointPrefix")).orElseThrow(),
        metadata.text("targetPrefix").orElse(""),
        model.text("invalid").orElseThrow(),
        codes(model.object("inputErrorCodes")),
        operations,
        Map.copyOf(shapes),
        types);
  }

  private static ServiceSchema.ProtocolName protocol(String name) {
    return switch (name) {
      case "json" -> ServiceSchema.ProtocolName.AWS_JSON_1_1;
      case "rest-json" -> ServiceSchema.ProtocolName.REST_JSON_1;
      default -> throw new IllegalStateException("protocol " + name);
    };
  }

  private static Map<String, String> codes(Model table) {
    Map<String, String> codes = new HashMap<>();
    table.members().keySet().forEach(key -> table.text(key).ifPresent(c -> codes.put(key, c)));
    return Map.copyOf(codes);
  }

  private OperationSchema operation(String name, Model operation) {
    Model http = operation.object("http");
    List<Shape.Struct> errors =
        operation.list("errors").stream()
            .map(error -> struct(Model.of(error)))
            .flatMap(Optional::stream)
            .toList();
    return new OperationSchema(
        name,
        http.text("method").orElseThrow(),
        UriTemplate.parse(http.text("requestUri").orElseThrow()),
        http.number("responseCode").map(Number::intValue).orElse(200),
        orNull(struct(operation.object("input"))),
        orNull(struct(operation.object("output"))),
        errors,
        operation.flag("built", true));
  }

  private Optional<Shape.Struct> struct(Model reference) {
    return reference
        .text("shape")
        .map(name -> (Shape.Struct) new ShapeReference(shapes, name).get());
  }

  private static Shape.@Nullable Struct orNull(Optional<Shape.Struct> struct) {
    return struct.orElse(null);
  }
}
