package dev.assay.feeds.redhat;

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
import java.util.regex.Pattern;

/// Imports Red Hat's CVE records: severity, scores, weaknesses, and the state of each package
/// that has no fix (affected, will not fix, not affected …). The fixes themselves
/// (`affected_release`) are left to the errata, which name binary packages and exact streams.
public final class RedHatCveImporter implements FeedImporter {
  static final SourceId SOURCE = new SourceId("redhat-cve");

  private static final Pattern KEYS =
      Pattern.compile("\"(?:bugzilla|threat_severity|package_state|affected_release)\"\\s*:");

  private static final Pattern NAME = Pattern.compile("\"name\"\\s*:\\s*\"CVE-");
  private static final Pattern BUG =
      Pattern.compile("\"bugzilla\"\\s*:\\s*\\{\\s*\"(?:description|id|url)\"");

  private final SkipCounts skipped = new SkipCounts();

  @Override
  public SourceId source() {
    return SOURCE;
  }

  @Override
  public String title() {
    return "Red Hat CVE records (Security Data API)";
  }

  /// The name may stand at the end of a long document, beyond the head; then the bug decides.
  @Override
  public boolean recognises(FeedEntry entry) {
    String head = new String(entry.head(), StandardCharsets.UTF_8);
    return head.stripLeading().startsWith("{")
        && KEYS.matcher(head).find()
        && (NAME.matcher(head).find() || BUG.matcher(head).find());
  }

  @Override
  public Map<String, Long> skipped() {
    return skipped.asMap();
  }

  @Override
  public void read(FeedEntry entry, Consumer<FeedRecord> sink) throws IOException {
    Consumer<String> reject = why -> sink.accept(new RejectedRecord(SOURCE, entry.path(), why));
    try (InputStream content = entry.open()) {
      sink.accept(new CveDocument(JsonReader.read(content), reject, skipped).advisory());
    } catch (MalformedRecordException malformed) {
      reject.accept(malformed.problem());
    }
  }
}
