package dev.assay.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/// Streams indented JSON. Members whose value is null are left out: absent means unknown. All
/// text is made well-formed on the way.
final class JsonOutput implements Closeable {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private final JsonGenerator json;

  private JsonOutput(JsonGenerator json) {
    this.json = json;
  }

  /// Writes one document; `body` writes its single value.
  static void document(OutputStream out, Body body) throws IOException {
    try (JsonOutput output = new JsonOutput(FACTORY.createGenerator(new Indented(), out))) {
      body.writeTo(output);
      output.json.writeRaw('\n');
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
  }

  /// Writes members of an object or elements of an array.
  @FunctionalInterface
  interface Body {
    void writeTo(JsonOutput json);
  }

  void object(Body members) {
    json.writeStartObject();
    members.writeTo(this);
    json.writeEndObject();
  }

  void object(String name, Body members) {
    json.writeName(name);
    object(members);
  }

  void array(Body elements) {
    json.writeStartArray();
    elements.writeTo(this);
    json.writeEndArray();
  }

  void array(String name, Body elements) {
    json.writeName(name);
    array(elements);
  }

  /// An array of objects, one for each element.
  <T> void objects(String name, Collection<T> elements, ElementBody<? super T> body) {
    array(name, array -> elements.forEach(e -> array.object(members -> body.writeTo(members, e))));
  }

  /// Writes the members of the object that stands for an element.
  @FunctionalInterface
  interface ElementBody<T> {
    void writeTo(JsonOutput json, T element);
  }

  /// An array of texts.
  void texts(String name, Collection<?> values) {
    array(name, array -> values.forEach(value -> array.element(value.toString())));
  }

  void element(String value) {
    json.writeString(PlainText.wellFormed(value));
  }

  void element(long value) {
    json.writeNumber(value);
  }

  /// `value` as its text; left out where null.
  void member(String name, @Nullable Object value) {
    if (value != null) {
      json.writeName(name);
      json.writeString(PlainText.wellFormed(value.toString()));
    }
  }

  /// Left out where null or blank.
  void memberUnlessBlank(String name, @Nullable String value) {
    member(name, value == null || value.isBlank() ? null : value);
  }

  void member(String name, @Nullable Instant value) {
    member(name, value == null ? null : (Object) value.toString());
  }

  void member(String name, long value) {
    json.writeName(name);
    json.writeNumber(value);
  }

  void member(String name, double value) {
    json.writeName(name);
    json.writeNumber(value);
  }

  void member(String name, boolean value) {
    json.writeName(name);
    json.writeBoolean(value);
  }

  @Override
  public void close() {
    json.close();
  }

  /// Two spaces for every level, line feeds everywhere, and nothing between empty brackets.
  private static final class Indented extends ObjectWriteContext.Base {
    @Override
    public PrettyPrinter getPrettyPrinter() {
      DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
      Separators separators =
          Separators.createDefaultInstance()
              .withObjectNameValueSpacing(Separators.Spacing.AFTER)
              .withObjectEmptySeparator("")
              .withArrayEmptySeparator("");
      DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
      printer.indentObjectsWith(indenter);
      printer.indentArraysWith(indenter);
      return printer;
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }
}
