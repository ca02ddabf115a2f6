package dev.assay.feeds.rows;

import dev.assay.feeds.FeedEntry;
import dev.assay.feeds.MalformedRecordException;
import dev.assay.model.FeedRecord;
import dev.assay.model.RejectedRecord;
import dev.assay.model.SourceId;
import java.io.IOException;
import java.util.function.Consumer;

/// Turns the rows of one document into records; a row that cannot be read becomes a {@link
/// RejectedRecord} and so does, at the end, the rest of a document that breaks off.
public final class RowReader {
  private final SourceId source;
  private final FeedEntry entry;
  private final Consumer<FeedRecord> sink;

  public RowReader(SourceId source, FeedEntry entry, Consumer<FeedRecord> sink) {
    this.source = source;
    this.entry = entry;
    this.sink = sink;
  }

  /// What emits the records of a row, and may throw a {@link MalformedRecordException}.
  @FunctionalInterface
  public interface RowImporter {
    void read(Row row, Consumer<FeedRecord> sink);
  }

  /// What reads a whole document, and may throw a {@link MalformedRecordException}.
  @FunctionalInterface
  public interface DocumentReader {
    void read() throws IOException;
  }

  /// A row handler for {@link CsvRows} and {@link JsonRows}.
  public Consumer<Row> each(RowImporter importer) {
    return row -> {
      try {
        importer.read(row, sink);
      } catch (MalformedRecordException malformed) {
        reject(row.where(), malformed);
      }
    };
  }

  /// Runs the reading of the document.
  public void document(DocumentReader reader) throws IOException {
    try {
      reader.read();
    } catch (MalformedRecordException malformed) {
      reject("", malformed);
    }
  }

  private void reject(String where, MalformedRecordException malformed) {
    String place = where.isEmpty() ? entry.path() : entry.path() + ", " + where;
    sink.accept(new RejectedRecord(source, place, malformed.problem()));
  }
}
