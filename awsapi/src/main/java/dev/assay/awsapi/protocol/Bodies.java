package dev.assay.awsapi.protocol;

import dev.assay.awsapi.codec.Path;
import dev.assay.awsapi.codec.ValueReader;
import dev.assay.awsapi.codec.ValueWriter;
import dev.assay.awsapi.codec.Violation;
import dev.assay.awsapi.codec.Violations;
import dev.assay.awsapi.json.Json;
import dev.assay.awsapi.json.JsonReader;
import dev.assay.awsapi.json.JsonWriter;
import dev.assay.awsapi.schema.Shape;
import dev.assay.awsapi.value.Structure;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Bodies of JSON, the same in both protocols.
final class Bodies {
  private Bodies() {}

  /// The object that a body is. No body is an object without members: clients send either where
  /// nothing is required. Null where it is another value, which is among the violations then.
  static Json.@Nullable Obj object(byte[] body, Violations violations) {
    Json json = body.length == 0 ? new Json.Obj(Map.of()) : JsonReader.read(body);
    if (json instanceof Json.Obj object) {
      return object;
    }
    violations.add(
        Path.ROOT,
        Violation.Kind.TYPE,
        "The body must be an object, not %s.".formatted(json.kind()));
    return null;
  }

  /// Reads a structure all of whose members are in the body.
  static @Nullable Object read(
      Shape.Struct shape, byte[] body, ValueReader reader, Violations violations) {
    Json.Obj object = object(body, violations);
    return object == null ? null : reader.read(shape, object, Path.ROOT);
  }

  /// Writes the members of a structure that belong into a body.
  static byte[] write(Shape.Struct shape, Structure value) {
    return JsonWriter.utf8(
        generator -> {
          generator.writeStartObject();
          new ValueWriter(generator).members(shape, value);
          generator.writeEndObject();
        });
  }

  /// An error with its name in the body, where each client looks if the header is missing.
  static byte[] error(
      String code, Optional<Shape.Struct> shape, @Nullable Structure value, String message) {
    return JsonWriter.utf8(
        generator -> {
          generator.writeStartObject();
          generator.writeStringProperty("__type", code);
          if (shape.isPresent() && value != null) {
            new ValueWriter(generator).members(shape.get(), value);
          } else {
            generator.writeStringProperty("message", message);
          }
          generator.writeEndObject();
        });
  }

  /// Whether a content type is this media type, whatever its parameters.
  static boolean isType(String contentType, String mediaType) {
    int end = contentType.indexOf(';');
    String type = end < 0 ? contentType : contentType.substring(0, end);
    return type.strip().toLowerCase(Locale.ROOT).equals(mediaType);
  }
}
