package dev.assay.feeds.vulnrichment;

import dev.assay.feeds.FeedEntry;
import dev.assay.feeds.FeedImporter;
import dev.assay.feeds.MalformedRecordException;
import dev.assay.feeds.json.JsonReader;
import dev.assay.feeds.rows.Heads;
import dev.assay.model.FeedRecord;
import dev.assay.model.RejectedRecord;
import dev.assay.model.SourceId;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Reads CVE records. A score or decision that cannot be read is rejected by itself; the rest of
/// its record stands.
public final class VulnrichmentImporter implements FeedImporter {
  static final SourceId SOURCE = new SourceId("cisa-vulnrichment");

  /// Records name their type at the beginning or, where the containers come first, at the end.
  private static final Pattern CONTAINERS_FIRST =
      Pattern.compile("\\A\\{\\s*\"containers\"\\s*:\\s*\\{\\s*\"(cna|adp)\"\\s*:");

  @Override
  public SourceId source() {
    return SOURCE;
  }

  @Override
  public String title() {
    return "CISA vulnrichment (CVE records with CVSS, CWE and SSVC)";
  }

  @Override
  public boolean recognises(FeedEntry entry) {
    String head = Heads.text(entry);
    return head.startsWith("{")
        && (head.contains("\"CVE_RECORD\"") || CONTAINERS_FIRST.matcher(head).find());
  }

  @Override
  public void read(FeedEntry entry, Consumer<FeedRecord> sink) throws IOException {
    Rejections rejections =
        problem -> sink.accept(new RejectedRecord(SOURCE, entry.path(), problem.problem()));
    try (InputStream input = entry.open()) {
      CveRecord record = new CveRecord(JsonReader.read(input), rejections);
      sink.accept(record.advisory());
      record.decision().ifPresent(sink);
    } catch (MalformedRecordException malformed) {
      rejections.reject(malformed);
    }
  }
}
