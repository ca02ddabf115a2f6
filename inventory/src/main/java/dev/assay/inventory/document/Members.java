package dev.assay.inventory.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Walks a JSON document member by member, naming in each complaint where it stands.
public final class Members {
  private final JsonParser parser;

  /// @param parser before the document's first token
  public Members(JsonParser parser) {
    this.parser = parser;
  }

  /// Takes one member, whose value must be read or left.
  @FunctionalInterface
  public interface Member {
    void read(String name);
  }

  /// Reads the document, which is one object and nothing after it.
  public void document(Member member) {
    parser.nextToken();
    object(member);
    if (parser.nextToken() != null) {
      throw complaint("something follows the document");
    }
  }

  /// Reads the object that the parser stands on.
  public void object(Member member) {
    expect(JsonToken.START_OBJECT, "an object");
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      member.read(name);
    }
  }

  /// Reads the array that the parser stands on; `element` is run on the first token of each.
  public void array(Runnable element) {
    expect(JsonToken.START_ARRAY, "an array");
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      element.run();
    }
  }

  public String text() {
    expect(JsonToken.VALUE_STRING, "a text");
    return parser.getString();
  }

  public @Nullable String textOrNull() {
    return parser.currentToken() == JsonToken.VALUE_NULL ? null : text();
  }

  public List<String> texts() {
    List<String> texts = new ArrayList<>();
    array(() -> texts.add(text()));
    return texts;
  }

  <E extends Enum<E>> E constant(Class<E> type) {
    String text = text();
    try {
      return Enum.valueOf(type, text);
    } catch (IllegalArgumentException unknown) {
      throw complaint("'" + text + "' is none of " + Arrays.toString(type.getEnumConstants()));
    }
  }

  /// Passes over the value that the parser stands on.
  public void skip() {
    parser.skipChildren();
  }

  public <T> T required(@Nullable T value, String name) {
    if (value == null) {
      throw complaint("'" + name + "' is missing");
    }
    return value;
  }

  InventoryDocumentException complaint(String what) {
    var location = parser.currentTokenLocation();
    return new InventoryDocumentException(
        String.format(
            Locale.ROOT,
            "line %d, column %d (%s): %s",
            location.getLineNr(),
            location.getColumnNr(),
            parser.streamReadContext().pathAsPointer(),
            what));
  }

  private void expect(JsonToken token, String what) {
    if (parser.currentToken() != token) {
      throw complaint(what + " is expected here");
    }
  }
}
