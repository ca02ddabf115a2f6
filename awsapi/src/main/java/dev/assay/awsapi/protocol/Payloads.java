package dev.assay.awsapi.protocol;

import dev.assay.awsapi.codec.Path;
import dev.assay.awsapi.codec.ValueReader;
import dev.assay.awsapi.codec.ValueWriter;
import dev.assay.awsapi.json.JsonReader;
import dev.assay.awsapi.json.JsonWriter;
import dev.assay.awsapi.schema.Member;
import dev.assay.awsapi.schema.Shape;
import dev.assay.awsapi.value.Blob;
import dev.assay.awsapi.value.Structure;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A member that is the whole body: bytes and text as they are, anything else as JSON.
final class Payloads {
  private Payloads() {}

  static boolean isRaw(Member payload) {
    Shape shape = payload.target().get();
    return shape instanceof Shape.Bytes || shape instanceof Shape.Text;
  }

  static @Nullable Object read(Member payload, byte[] body, ValueReader reader) {
    if (body.length == 0) {
      return null;
    }
    return switch (payload.target().get()) {
      case Shape.Bytes _ -> Blob.of(body);
      case Shape.Text _ -> new String(body, StandardCharsets.UTF_8);
      case Shape shape -> reader.read(shape, JsonReader.read(body), Path.ROOT.then(payload.name()));
    };
  }

  static byte[] write(Shape.Struct shape, Structure value) {
    Member payload = shape.payload();
    if (payload == null) {
      return Bodies.write(shape, value);
    }
    return switch (value.member(payload.index())) {
      case null -> new byte[0];
      case Blob blob -> blob.bytes();
      case String text -> text.getBytes(StandardCharsets.UTF_8);
      case Object other ->
          JsonWriter.utf8(to -> new ValueWriter(to).write(payload.target().get(), other));
    };
  }
}
