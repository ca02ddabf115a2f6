package dev.assay.awsapi.json;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/// Writes JSON.
public final class JsonWriter {
  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonWriter() {}

  /// What is written to the generator, in UTF-8.
  public static byte[] utf8(Consumer<JsonGenerator> content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator generator =
        FACTORY.createGenerator(tools.jackson.core.ObjectWriteContext.empty(), bytes)) {
      content.accept(generator);
    }
    return bytes.toByteArray();
  }

  /// Writes a tree.
  public static void write(Json json, JsonGenerator to) {
    switch (json) {
      case Json.Null _ -> to.writeNull();
      case Json.Bool(boolean value) -> to.writeBoolean(value);
      case Json.Num(var value) -> to.writeNumber(value);
      case Json.Text(String value) -> to.writeString(value);
      case Json.Array(var items) -> {
        to.writeStartArray();
        items.forEach(item -> write(item, to));
        to.writeEndArray();
      }
      case Json.Obj(var members) -> {
        to.writeStartObject();
        members.forEach(
            (name, value) -> {
              to.writeName(name);
              write(value, to);
            });
        to.writeEndObject();
      }
    }
  }
}
