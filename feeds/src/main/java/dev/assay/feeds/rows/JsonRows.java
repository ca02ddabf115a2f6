package dev.assay.feeds.rows;

import dev.assay.feeds.MalformedRecordException;
import dev.assay.feeds.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads flat JSON objects as rows. Only their texts, numbers and booleans are kept; what nests
/// deeper is passed over, so that memory does not depend on the document's size.
public final class JsonRows {
  private static final int MOST_FIELDS = 200;

  private JsonRows() {}

  /// The document's top object.
  ///
  /// @throws MalformedRecordException where it is none
  public static Row readObject(InputStream input) throws IOException {
    Row[] row = new Row[1];
    JsonReader.stream(
        input,
        parser -> {
          expect(parser.nextToken(), JsonToken.START_OBJECT, "The document is not an object");
          row[0] = object(parser, "");
        });
    return row[0];
  }

  /// The objects in the array that is the member `name` of the document's top object. What stood
  /// before a malformed one has been delivered.
  ///
  /// @throws MalformedRecordException where there is no such array or it breaks off
  public static void readArray(InputStream input, String name, Consumer<Row> sink)
      throws IOException {
    JsonReader.stream(
        input,
        parser -> {
          expect(parser.nextToken(), JsonToken.START_OBJECT, "The document is not an object");
          boolean found = false;
          while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean wanted = parser.currentName().equals(name);
            JsonToken value = parser.nextToken();
            if (wanted) {
              expect(value, JsonToken.START_ARRAY, name + " is not an array");
              found = true;
              elements(parser, name, sink);
            } else {
              parser.skipChildren();
            }
          }
          if (!found) {
            throw new MalformedRecordException(name + " is missing");
          }
        });
  }

  private static void elements(JsonParser parser, String name, Consumer<Row> sink)
      throws IOException {
    int index = 0;
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      String where = name + "[" + index + "]";
      if (token == null) {
        throw new MalformedRecordException("The document ends too early");
      }
      if (token == JsonToken.START_OBJECT) {
        sink.accept(object(parser, where));
      } else {
        parser.skipChildren();
        sink.accept(new Row(where, Map.of(), where + " is not an object"));
      }
      index++;
    }
  }

  private static Row object(JsonParser parser, String where) {
    Map<String, String> fields = new HashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (value != null && value.isScalarValue() && value != JsonToken.VALUE_NULL) {
        if (fields.size() == MOST_FIELDS) {
          throw new MalformedRecordException(where + " has more than " + MOST_FIELDS + " members");
        }
        fields.put(name, parser.getString());
      } else {
        parser.skipChildren();
      }
    }
    return new Row(where, fields, null);
  }

  private static void expect(@Nullable JsonToken token, JsonToken expected, String problem) {
    if (token != expected) {
      throw new MalformedRecordException(problem);
    }
  }
}
