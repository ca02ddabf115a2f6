package dev.assay.feeds.rocky;

import dev.assay.feeds.FeedEntry;
import dev.assay.feeds.FeedImporter;
import dev.assay.feeds.MalformedRecordException;
import dev.assay.feeds.SkipCounts;
import dev.assay.feeds.json.JsonReader;
import dev.assay.model.FeedRecord;
import dev.assay.model.RejectedRecord;
import dev.assay.model.SourceId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;

/// Imports Rocky Linux's errata (RLSA), one in each document. The scores that an erratum repeats
/// of its CVEs are Red Hat's and are left to Red Hat's own records.
public final class RockyErrataImporter implements FeedImporter {
  static final SourceId SOURCE = new SourceId("rocky-errata");

  private final SkipCounts skipped = new SkipCounts();

  @Override
  public SourceId source() {
    return SOURCE;
  }

  @Override
  public String title() {
    return "Rocky Linux errata";
  }

  @Override
  public boolean recognises(FeedEntry entry) {
    String head = new String(entry.head(), StandardCharsets.UTF_8);
    boolean errata = head.contains("\"affectedProducts\"") || head.contains("\"shortCode\"");
    boolean rocky = head.contains("Rocky Linux") || head.contains("\"nvras\"");
    return errata && rocky && head.stripLeading().startsWith("{");
  }

  @Override
  public Map<String, Long> skipped() {
    return skipped.asMap();
  }

  @Override
  public void read(FeedEntry entry, Consumer<FeedRecord> sink) throws IOException {
    Consumer<String> reject = why -> sink.accept(new RejectedRecord(SOURCE, entry.path(), why));
    try (InputStream content = entry.open()) {
      sink.accept(new Erratum(JsonReader.read(content), reject, skipped).advisory());
    } catch (MalformedRecordException malformed) {
      reject.accept(malformed.problem());
    }
  }
}
