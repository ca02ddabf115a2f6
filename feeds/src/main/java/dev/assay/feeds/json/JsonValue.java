package dev.assay.feeds.json;

import dev.assay.feeds.FeedDates;
import dev.assay.feeds.MalformedRecordException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A value inside a JSON document that knows its own path. The plainly named accessors demand
/// what they name and throw a {@link MalformedRecordException} that quotes the path
/// (`affected[3].package.name is missing`); for those that begin with `optional`, a member that is
/// absent or null is null. A member of the wrong type is always an error.
public final class JsonValue {
  private final JsonNode node;
  private final @Nullable JsonValue parent;
  private final String name;

  private JsonValue(JsonNode node, @Nullable JsonValue parent, String name) {
    this.node = node;
    this.parent = parent;
    this.name = name;
  }

  /// A value whose path is empty.
  public static JsonValue root(JsonNode node) {
    return new JsonValue(node, null, "");
  }

  /// A value whose path begins with `name`.
  public static JsonValue root(JsonNode node, String name) {
    return new JsonValue(node, null, name);
  }

  /// The bare node, for what this class does not offer.
  public JsonNode node() {
    return node;
  }

  /// Where the value is: `affected[3].package.name`; empty for the whole document.
  public String path() {
    if (parent == null) {
      return name;
    }
    String before = parent.path();
    return before.isEmpty() || name.startsWith("[") ? before + name : before + "." + name;
  }

  /// An error about this value: its path and then `problem` (`is missing`).
  public MalformedRecordException malformed(String problem) {
    String path = path();
    return new MalformedRecordException((path.isEmpty() ? "The document" : path) + " " + problem);
  }

  public boolean isObject() {
    return node.isObject();
  }

  public boolean isArray() {
    return node.isArray();
  }

  public boolean isText() {
    return node.isString();
  }

  /// Whether the member is there and not null.
  public boolean has(String member) {
    return node.hasNonNull(member);
  }

  public JsonValue member(String member) {
    JsonValue found = optional(member);
    if (found == null) {
      throw absent(member);
    }
    return found;
  }

  public @Nullable JsonValue optional(String member) {
    JsonNode found = objectNode().get(member);
    return found == null || found.isNull() ? null : new JsonValue(found, this, member);
  }

  /// The members of an object in their order; nulls are left out.
  public Map<String, JsonValue> members() {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : objectNode().properties()) {
      if (!entry.getValue().isNull()) {
        members.put(entry.getKey(), new JsonValue(entry.getValue(), this, entry.getKey()));
      }
    }
    return members;
  }

  /// The elements of an array member; none where it is absent or null.
  public List<JsonValue> elements(String member) {
    JsonValue array = optional(member);
    return array == null ? List.of() : array.elements();
  }

  /// The elements of an array.
  public List<JsonValue> elements() {
    if (!node.isArray()) {
      throw malformed("is not an array");
    }
    List<JsonValue> elements = new ArrayList<>(node.size());
    int index = 0;
    for (JsonNode element : node) {
      elements.add(new JsonValue(element, this, "[" + index + "]"));
      index++;
    }
    return elements;
  }

  /// This value, which must be a string; it may be empty.
  public String text() {
    if (!node.isString()) {
      throw malformed("is not a string");
    }
    return node.stringValue();
  }

  /// A string member, which must not be blank.
  public String text(String member) {
    JsonValue found = member(member);
    String text = found.text();
    if (text.isBlank()) {
      throw found.malformed("is blank");
    }
    return text;
  }

  /// A string member; null also where it is blank.
  public @Nullable String optionalText(String member) {
    JsonValue found = optional(member);
    if (found == null) {
      return null;
    }
    String text = found.text();
    return text.isBlank() ? null : text;
  }

  /// A string member; empty where it is absent or null.
  public String textOrEmpty(String member) {
    JsonValue found = optional(member);
    return found == null ? "" : found.text();
  }

  /// An array member's strings; none where it is absent or null.
  public List<String> texts(String member) {
    List<String> texts = new ArrayList<>();
    for (JsonValue element : elements(member)) {
      texts.add(element.text());
    }
    return texts;
  }

  /// A boolean member; false where it is absent or null.
  public boolean flag(String member) {
    JsonValue found = optional(member);
    if (found == null) {
      return false;
    }
    if (!found.node.isBoolean()) {
      throw found.malformed("is not true or false");
    }
    return found.node.booleanValue();
  }

  /// A number member; also one that is written as a string, as several feeds do.
  public double number(String member) {
    Double number = optionalNumber(member);
    if (number == null) {
      throw absent(member);
    }
    return number;
  }

  /// As {@link #number}; null also where it is a blank string.
  public @Nullable Double optionalNumber(String member) {
    JsonValue found = optional(member);
    if (found == null || (found.node.isString() && found.node.stringValue().isBlank())) {
      return null;
    }
    return found.number();
  }

  private double number() {
    if (node.isNumber()) {
      return node.doubleValue();
    }
    try {
      return Double.parseDouble(text());
    } catch (NumberFormatException notNumber) {
      throw malformed("is not a number: \"" + text() + "\"");
    }
  }

  /// A moment in any form of {@link FeedDates}; null where the member is absent, blank or no
  /// moment at all (an unreadable date is not worth a record).
  public @Nullable Instant optionalInstant(String member) {
    String text = optionalText(member);
    return text == null ? null : FeedDates.parseLenient(text).orElse(null);
  }

  private JsonNode objectNode() {
    if (!node.isObject()) {
      throw malformed("is not an object");
    }
    return node;
  }

  private MalformedRecordException absent(String member) {
    return new JsonValue(node, this, member).malformed("is missing");
  }

  @Override
  public String toString() {
    return path() + " = " + node;
  }
}
