package dev.assay.feeds.alpine;

import dev.assay.feeds.FeedEntry;
import dev.assay.feeds.FeedImporter;
import dev.assay.feeds.MalformedRecordException;
import dev.assay.feeds.json.JsonReader;
import dev.assay.model.FeedRecord;
import dev.assay.model.RejectedRecord;
import dev.assay.model.SourceId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Imports Alpine's secdb: one document for each release and repository, that says in which
/// version of a source package (apk's origin) which vulnerabilities were fixed. It names no
/// unfixed ones.
public final class AlpineSecdbImporter implements FeedImporter {
  static final SourceId SOURCE = new SourceId("alpine-secdb");

  @Override
  public SourceId source() {
    return SOURCE;
  }

  @Override
  public String title() {
    return "Alpine security database (secdb)";
  }

  @Override
  public boolean recognises(FeedEntry entry) {
    String head = new String(entry.head(), StandardCharsets.UTF_8);
    boolean secdb = head.contains("\"apkurl\"") || head.contains("\"secfixes\"");
    return secdb && head.stripLeading().startsWith("{");
  }

  @Override
  public void read(FeedEntry entry, Consumer<FeedRecord> sink) throws IOException {
    Consumer<String> reject = why -> sink.accept(new RejectedRecord(SOURCE, entry.path(), why));
    try (InputStream content = entry.open()) {
      new SecdbDocument(JsonReader.read(content), reject).advisories().forEach(sink);
    } catch (MalformedRecordException malformed) {
      reject.accept(malformed.problem());
    }
  }
}
