package dev.assay.feeds.ubuntu;

import dev.assay.feeds.MalformedRecordException;
import dev.assay.feeds.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads the tracker's JSON form as a stream of tokens: nine tenths of a document say of which
/// releases a package is no part, and are not worth a tree.
final class TrackerJson {
  private TrackerJson() {}

  static TrackerRecord read(InputStream content) throws IOException {
    TrackerDraft draft = new TrackerDraft();
    JsonReader.stream(
        content,
        parser -> {
          parser.nextToken();
          members(parser, "The document", name -> field(parser, name, draft));
          if (parser.nextToken() != null) {
            throw new MalformedRecordException("More than one document");
          }
        });
    return draft.finish();
  }

  private static void field(JsonParser parser, String name, TrackerDraft draft) {
    switch (name) {
      case "packages" ->
          members(
              parser,
              name,
              pocket ->
                  members(
                      parser,
                      pocket,
                      pack -> draft.entry(entry(parser, pocket.strip(), pack.strip()))));
      case "cvss" -> members(parser, name, scorer -> draft.cvss(scorer, text(parser, scorer)));
      case "references" -> references(parser, draft);
      default -> {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
          draft.field(name, parser.getString());
        } else {
          parser.skipChildren();
        }
      }
    }
  }

  private static PackageEntry entry(JsonParser parser, String pocket, String pack) {
    Status status = new Status();
    members(parser, pocket + "." + pack, member -> status.member(parser, member));
    if (pack.isEmpty() || status.word.isEmpty()) {
      throw new MalformedRecordException(
          "packages." + pocket + "." + pack + ": a package without a name or a status");
    }
    return new PackageEntry(pocket, pack, status.word, status.note, status.priority);
  }

  private static void references(JsonParser parser, TrackerDraft draft) {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      draft.reference(text(parser, "references"));
    }
  }

  /// Visits the members of the object that the parser stands on; the visitor finds the parser on
  /// the member's value. A null in the object's place has no members.
  private static void members(JsonParser parser, String what, MemberVisitor visitor) {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new MalformedRecordException(what + " is not an object");
    }
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      visitor.visit(name);
    }
  }

  private static String text(JsonParser parser, String what) {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw new MalformedRecordException(what + " is not a string");
    }
    return parser.getString();
  }

  private interface MemberVisitor {
    void visit(String name);
  }

  /// The members of one package's status.
  private static final class Status {
    private String word = "";
    private String note = "";
    private @Nullable String priority;

    void member(JsonParser parser, String name) {
      switch (name) {
        case "status" -> word = text(parser, name).strip();
        case "note" -> note = text(parser, name).strip();
        case "priority" -> priority = text(parser, name).strip();
        default -> parser.skipChildren();
      }
    }
  }
}
