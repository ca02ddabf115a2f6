package dev.assay.feeds.debian;

import dev.assay.feeds.FeedEntry;
import dev.assay.feeds.FeedImporter;
import dev.assay.feeds.MalformedRecordException;
import dev.assay.feeds.json.JsonReader;
import dev.assay.feeds.json.JsonValue;
import dev.assay.model.FeedRecord;
import dev.assay.model.RejectedRecord;
import dev.assay.model.SourceId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// The tracker's one large document (`data/json` on its site): source package → vulnerability →
/// release. A vulnerability of several source packages stands in several places, so its record is
/// only complete at the end; what is collected until then is bounded.
public final class DebianTrackerImporter implements FeedImporter {
  static final SourceId SOURCE = new SourceId("debian-tracker");

  /// Debian has about 400,000.
  private static final int MOST_STATEMENTS = 4_000_000;

  private static final Pattern SHAPE =
      Pattern.compile(
          "\\s*\\{\\s*\"[a-z0-9][a-z0-9+.-]*\"\\s*:\\s*\\{\\s*\"(?:CVE|TEMP)-[\\w-]+\"\\s*:\\s*\\{");

  @Override
  public SourceId source() {
    return SOURCE;
  }

  @Override
  public String title() {
    return "Debian security tracker";
  }

  @Override
  public boolean recognises(FeedEntry entry) {
    return SHAPE.matcher(new String(entry.head(), StandardCharsets.UTF_8)).lookingAt();
  }

  @Override
  public void read(FeedEntry entry, Consumer<FeedRecord> sink) throws IOException {
    Collection collection = new Collection(entry.path(), sink);
    try (InputStream input = entry.open()) {
      JsonReader.readNested(input, collection::add);
    } catch (MalformedRecordException malformed) {
      collection.reject("", malformed);
    } finally {
      collection.emit();
    }
  }

  private static final class Collection {
    private final String path;
    private final Consumer<FeedRecord> sink;
    private final Map<String, TrackedVulnerability> vulnerabilities = new LinkedHashMap<>();
    private int statements;

    Collection(String path, Consumer<FeedRecord> sink) {
      this.path = path;
      this.sink = sink;
    }

    void add(String sourcePackage, String id, JsonValue value) {
      if (statements > MOST_STATEMENTS) {
        throw new MalformedRecordException(
            "holds more than " + MOST_STATEMENTS + " statements; the rest is not read");
      }
      try {
        TrackedVulnerability vulnerability =
            vulnerabilities.computeIfAbsent(id, TrackedVulnerability::new);
        statements += vulnerability.add(sourcePackage, value, this::reject);
      } catch (MalformedRecordException malformed) {
        reject("#" + sourcePackage, malformed);
      }
    }

    void reject(String where, MalformedRecordException malformed) {
      sink.accept(new RejectedRecord(SOURCE, path + where, malformed.problem()));
    }

    void emit() {
      vulnerabilities.values().forEach(vulnerability -> sink.accept(vulnerability.advisory()));
    }
  }
}
