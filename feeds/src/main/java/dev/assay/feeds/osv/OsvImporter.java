package dev.assay.feeds.osv;

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
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Imports the OSV documents of one publisher: a document for each file, an array of them, or one
/// after the other. An entry is taken on by the look of its head; whose each document in it
/// really is, is decided when all of it has been read, and its records name that publisher.
public final class OsvImporter implements FeedImporter {
  private final OsvPublisher publisher;

  OsvImporter(OsvPublisher publisher) {
    this.publisher = publisher;
  }

  /// One for each publisher.
  public static List<FeedImporter> all() {
    return OsvPublisher.ALL.stream().<FeedImporter>map(OsvImporter::new).toList();
  }

  @Override
  public SourceId source() {
    return publisher.source();
  }

  @Override
  public String title() {
    return publisher.title();
  }

  @Override
  public boolean recognises(FeedEntry entry) {
    Optional<OsvHead> head = OsvHead.of(entry.head());
    return head.isPresent() && recognises(head.get());
  }

  /// A document that is named by a CVE and shows no ecosystem yet is for any publisher who names
  /// documents so; Debian is the first to be asked.
  private boolean recognises(OsvHead head) {
    Optional<OsvPublisher> shown = head.publisher();
    return shown.isPresent()
        ? shown.get() == publisher
        : publisher == OsvPublisher.DEBIAN && head.id() != null && head.id().startsWith("CVE-");
  }

  @Override
  public void read(FeedEntry entry, Consumer<FeedRecord> sink) throws IOException {
    try (InputStream input = entry.open()) {
      JsonReader.readEach(input, document -> read(document, entry.path(), sink));
    } catch (MalformedRecordException malformed) {
      sink.accept(reject(publisher, entry.path(), malformed));
    }
  }

  private void read(JsonValue json, String path, Consumer<FeedRecord> sink) {
    OsvPublisher owner = publisher;
    String where = path;
    try {
      OsvDocument document = new OsvDocument(json);
      where = path.contains(document.id()) ? path : path + "#" + document.id();
      Optional<OsvPublisher> found = OsvPublisher.of(document.id(), document.ecosystems());
      if (found.isEmpty()) {
        throw new MalformedRecordException("is of no distribution that this version reads");
      }
      owner = found.get();
      new OsvReading(owner, document, where, sink).read();
    } catch (MalformedRecordException malformed) {
      sink.accept(reject(owner, where, malformed));
    }
  }

  private static RejectedRecord reject(
      OsvPublisher owner, String where, MalformedRecordException malformed) {
    return new RejectedRecord(owner.source(), where, malformed.problem());
  }
}
