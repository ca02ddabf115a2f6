package dev.assay.feeds.json;

import dev.assay.feeds.MalformedRecordException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads JSON documents from feeds. Nesting, strings and the size of what is held in memory at
/// once are bounded, whatever the input. No method closes the stream it is given; every method
/// throws a {@link MalformedRecordException}, with line and column, where the text is no JSON or
/// goes over a bound, and an `IOException` where the bytes cannot be read.
public final class JsonReader {
  /// The deepest known document nests 12 levels.
  static final int DEPTH = 200;

  static final int STRING = 20_000_000;

  /// The most bytes of JSON that become one tree: the largest known document of a feed has 2 MB,
  /// and a tree takes up to fifteen times its text.
  static final long TREE = 32L << 20;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH)
                          .maxStringLength(STRING)
                          .build())
                  .build())
          .build();

  private JsonReader() {}

  /// What streams tokens to its reader.
  @FunctionalInterface
  public interface TokenReader {
    void read(JsonParser parser) throws IOException;
  }

  /// Takes the values of an object of objects.
  @FunctionalInterface
  public interface NestedSink {
    void accept(String outer, String inner, JsonValue value);
  }

  /// A stream that holds exactly one document.
  public static JsonValue read(InputStream input) throws IOException {
    TreeBudget budget = new TreeBudget(input, TREE);
    JsonValue[] document = new JsonValue[1];
    stream(
        budget,
        parser -> {
          if (parser.nextToken() == null) {
            throw new MalformedRecordException("The document is empty");
          }
          document[0] = JsonValue.root(tree(parser));
          if (parser.nextToken() != null) {
            throw at(parser.currentTokenLocation(), "more than one document", null);
          }
        });
    return document[0];
  }

  /// A stream of any number of documents: one, several one after the other (JSON lines), or an
  /// array of them. What stood before a malformed one has been delivered.
  public static void readEach(InputStream input, Consumer<JsonValue> sink) throws IOException {
    TreeBudget budget = new TreeBudget(input, TREE);
    stream(
        budget,
        parser -> {
          for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.START_ARRAY) {
              for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
                sink.accept(JsonValue.root(tree(parser), "[" + index + "]"));
                budget.refill();
              }
            } else {
              sink.accept(JsonValue.root(tree(parser)));
            }
            budget.refill();
          }
        });
  }

  /// The members of one large object, one by one. What stood before a malformed one has been
  /// delivered.
  public static void readMembers(InputStream input, BiConsumer<String, JsonValue> sink)
      throws IOException {
    TreeBudget budget = new TreeBudget(input, TREE);
    stream(
        budget,
        parser -> {
          enter(parser, "The document");
          while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            sink.accept(name, JsonValue.root(tree(parser), name));
            budget.refill();
          }
        });
  }

  /// The members of every member of one large object of objects, one by one: `outer`, `inner`,
  /// value. What stood before a malformed one has been delivered.
  public static void readNested(InputStream input, NestedSink sink) throws IOException {
    TreeBudget budget = new TreeBudget(input, TREE);
    stream(
        budget,
        parser -> {
          enter(parser, "The document");
          while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String outer = parser.currentName();
            enter(parser, outer);
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
              String inner = parser.currentName();
              parser.nextToken();
              sink.accept(outer, inner, JsonValue.root(tree(parser), outer + "." + inner));
              budget.refill();
            }
          }
        });
  }

  private static void enter(JsonParser parser, String what) {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new MalformedRecordException(what + " is not an object");
    }
  }

  /// The bare tokens, for a document with a shape of its own; {@link #tree} reads the value that
  /// the parser stands on.
  public static void stream(InputStream input, TokenReader reader) throws IOException {
    try (JsonParser parser = MAPPER.createParser(new Unclosed(input))) {
      reader.read(parser);
    } catch (JacksonIOException unreadable) {
      throw unreadable.getCause();
    } catch (JacksonException malformed) {
      throw at(malformed.getLocation(), malformed.getOriginalMessage(), malformed);
    }
  }

  /// The value that the parser stands on, as a tree; the parser then stands on its last token.
  public static JsonNode tree(JsonParser parser) {
    JsonNode tree = parser.readValueAsTree();
    if (tree == null || tree.isMissingNode()) {
      throw new MalformedRecordException("The document ends too early");
    }
    return tree;
  }

  private static MalformedRecordException at(
      @Nullable TokenStreamLocation location, String problem, @Nullable Throwable cause) {
    String where =
        location == null
            ? ""
            : "line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ";
    return new MalformedRecordException("Not JSON: " + where + problem, cause);
  }
}
