package dev.assay.feeds.osv;

import dev.assay.feeds.MalformedRecordException;
import dev.assay.feeds.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// What the first bytes of a file tell of an OSV document: its id and its first ecosystem,
/// whichever come early enough. A file may also hold an array of documents, or one after the
/// other; then it is judged by the first.
public record OsvHead(@Nullable String id, @Nullable String ecosystem) {
  /// Members of OSV of which an object with `id` and `modified` must have one, or it is something
  /// else: some publishers also offer an index of ids and dates.
  private static final Set<String> TELLING =
      Set.of("schema_version", "published", "related", "aliases", "affected", "summary", "details");

  /// Empty where it is no OSV document.
  public static Optional<OsvHead> of(byte[] head) {
    if (!beginsAsJson(head)) {
      return Optional.empty();
    }
    Reading reading = new Reading();
    try {
      JsonReader.stream(new ByteArrayInputStream(head), reading::read);
    } catch (MalformedRecordException | IOException cutShort) {
      // the head ends in the middle of the document, or it is no JSON at all
    }
    return reading.result();
  }

  Optional<OsvPublisher> publisher() {
    return OsvPublisher.of(id == null ? "" : id, ecosystem == null ? Set.of() : Set.of(ecosystem));
  }

  /// Whether it is surely of a language ecosystem or a product. A document named by a CVE may yet
  /// show a distribution's ecosystem.
  public boolean isOfNoDistribution() {
    return publisher().isEmpty() && (id == null || !id.startsWith("CVE-"));
  }

  private static boolean beginsAsJson(byte[] head) {
    for (byte octet : head) {
      if (octet == '{' || octet == '[') {
        return true;
      }
      boolean space = octet == ' ' || octet == '\n' || octet == '\r' || octet == '\t';
      boolean byteOrderMark = (octet & 0xff) >= 0xbb;
      if (!space && !byteOrderMark) {
        return false;
      }
    }
    return false;
  }

  private static final class Reading {
    private @Nullable String id;
    private @Nullable String ecosystem;
    private boolean telling;
    private boolean dated;

    void read(JsonParser parser) {
      JsonToken first = parser.nextToken();
      int depth = first == JsonToken.START_ARRAY ? 1 : 0;
      if (depth == 1) {
        first = parser.nextToken();
      }
      if (first != JsonToken.START_OBJECT) {
        return;
      }
      for (int nesting = 1; nesting > 0 && !decided(); ) {
        JsonToken token = parser.nextToken();
        if (token == null) {
          return;
        }
        nesting += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (token == JsonToken.PROPERTY_NAME) {
          property(parser, nesting);
        }
      }
    }

    private void property(JsonParser parser, int nesting) {
      String name = parser.currentName();
      if (nesting == 1) {
        telling |= TELLING.contains(name);
        dated |= name.equals("modified") || name.equals("schema_version");
        if (name.equals("id")) {
          id = text(parser);
        }
      } else if (name.equals("ecosystem") && ecosystem == null) {
        ecosystem = text(parser);
      }
    }

    /// The value after a name, where it is a string; the parser must not swallow a structure.
    private static @Nullable String text(JsonParser parser) {
      return parser.nextStringValue();
    }

    private boolean decided() {
      return telling && (ecosystem != null || (id != null && dated));
    }

    Optional<OsvHead> result() {
      return decided() ? Optional.of(new OsvHead(id, ecosystem)) : Optional.empty();
    }
  }
}
