package dev.assay.feeds.amazon;

import dev.assay.feeds.FeedEntry;
import dev.assay.feeds.FeedImporter;
import dev.assay.feeds.MalformedRecordException;
import dev.assay.feeds.SkipCounts;
import dev.assay.model.FeedRecord;
import dev.assay.model.RejectedRecord;
import dev.assay.model.SourceId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Imports Amazon Linux's bulletins (ALAS) from a repository's updateinfo.xml, or from JSON with
/// the same fields, a bulletin in each document.
public final class AmazonImporter implements FeedImporter {
  static final SourceId SOURCE = new SourceId("amazon-updateinfo");

  private static final Pattern JSON = Pattern.compile("\"ID\"\\s*:\\s*\"ALAS");

  private final SkipCounts skipped = new SkipCounts();

  @Override
  public SourceId source() {
    return SOURCE;
  }

  @Override
  public String title() {
    return "Amazon Linux security bulletins (updateinfo)";
  }

  @Override
  public boolean recognises(FeedEntry entry) {
    String head = head(entry);
    return isXml(head)
        ? head.contains("<updates") && head.contains("@amazon.com")
        : JSON.matcher(head).find() && head.stripLeading().startsWith("{");
  }

  @Override
  public Map<String, Long> skipped() {
    return skipped.asMap();
  }

  @Override
  public void read(FeedEntry entry, Consumer<FeedRecord> sink) throws IOException {
    Consumer<String> reject = why -> sink.accept(new RejectedRecord(SOURCE, entry.path(), why));
    Bulletins bulletins = new Bulletins(entry.path(), sink, reject, skipped);
    try (InputStream content = entry.open()) {
      if (isXml(head(entry))) {
        UpdateinfoXml.read(content, bulletins);
      } else {
        UpdateinfoJson.read(content, bulletins);
      }
    } catch (MalformedRecordException malformed) {
      reject.accept(malformed.problem());
    }
  }

  private static String head(FeedEntry entry) {
    return new String(entry.head(), StandardCharsets.UTF_8);
  }

  private static boolean isXml(String head) {
    return head.startsWith("<")
        || head.startsWith("\uFEFF<")
        || head.stripLeading().startsWith("<");
  }
}
