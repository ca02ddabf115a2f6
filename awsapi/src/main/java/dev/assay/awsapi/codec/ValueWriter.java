package dev.assay.awsapi.codec;

import dev.assay.awsapi.json.Json;
import dev.assay.awsapi.json.JsonWriter;
import dev.assay.awsapi.schema.Member;
import dev.assay.awsapi.schema.Shape;
import dev.assay.awsapi.schema.TimestampFormat;
import dev.assay.awsapi.value.Blob;
import dev.assay.awsapi.value.EnumValue;
import dev.assay.awsapi.value.Structure;
import dev.assay.awsapi.value.UnionValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/// Writes values as JSON.
public final class ValueWriter {
  private final JsonGenerator to;

  public ValueWriter(JsonGenerator to) {
    this.to = to;
  }

  /// Writes a value of the shape.
  public void write(Shape shape, Object value) {
    switch (shape) {
      case Shape.Struct struct -> {
        to.writeStartObject();
        members(struct, (Structure) value);
        to.writeEndObject();
      }
      case Shape.Union union -> union(union, (UnionValue) value);
      case Shape.Sequence sequence -> {
        to.writeStartArray();
        Shape element = sequence.element().get();
        ((List<?>) value).forEach(item -> write(element, item));
        to.writeEndArray();
      }
      case Shape.Dictionary dictionary -> {
        to.writeStartObject();
        Shape element = dictionary.value().get();
        ((Map<?, ?>) value).forEach((key, item) -> entry((String) key, element, item));
        to.writeEndObject();
      }
      case Shape.Text _ -> to.writeString((String) value);
      case Shape.Enumeration _ -> to.writeString(((EnumValue) value).value());
      case Shape.Numeric _ -> number(value);
      case Shape.Bool _ -> to.writeBoolean((Boolean) value);
      case Shape.Timestamp timestamp -> timestamp(timestamp, (Instant) value);
      case Shape.Bytes _ -> to.writeBinary(((Blob) value).bytes());
      case Shape.Document _ -> JsonWriter.write((Json) value, to);
    }
  }

  /// Writes those members of a structure that belong into a body, and are there.
  public void members(Shape.Struct shape, Structure value) {
    for (Member member : shape.members()) {
      Object present = value.member(member.index());
      if (present != null && member.location() == Member.Location.BODY) {
        entry(member.wireName(), member.target().get(), present);
      }
    }
  }

  private void entry(String name, Shape shape, Object value) {
    to.writeName(name);
    write(shape, value);
  }

  private void union(Shape.Union shape, UnionValue value) {
    Member member = shape.members().get(value.index());
    to.writeStartObject();
    entry(member.wireName(), member.target().get(), value.value());
    to.writeEndObject();
  }

  private void number(Object value) {
    switch (value) {
      case Integer number -> to.writeNumber(number);
      case Long number -> to.writeNumber(number);
      // Not a number of JSON: Jackson would write it bare.
      case Double number when !Double.isFinite(number) -> to.writeString(number.toString());
      case Double number -> to.writeNumber(number);
      default -> throw new IllegalArgumentException("not a number: " + value);
    }
  }

  private void timestamp(Shape.Timestamp shape, Instant value) {
    TimestampFormat format = shape.format();
    if (format == null || format == TimestampFormat.EPOCH_SECONDS) {
      to.writeNumber(Timestamps.epochSeconds(value));
    } else {
      to.writeString(Timestamps.format(value, format));
    }
  }
}
