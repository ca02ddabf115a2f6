package dev.assay.feeds.distroinfo;

import dev.assay.feeds.FeedEntry;
import dev.assay.feeds.FeedImporter;
import dev.assay.feeds.SkipCounts;
import dev.assay.feeds.rows.CsvRows;
import dev.assay.feeds.rows.CsvRows.ShortRows;
import dev.assay.feeds.rows.Heads;
import dev.assay.feeds.rows.Row;
import dev.assay.feeds.rows.RowReader;
import dev.assay.model.FeedRecord;
import dev.assay.model.SourceId;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Consumer;

/// Reads `debian.csv` and `ubuntu.csv`, which {@link Distribution} tells apart by their columns.
public final class DistroInfoImporter implements FeedImporter {
  static final SourceId SOURCE = new SourceId("debian-distro-info");

  private final SkipCounts skipped = new SkipCounts();

  @Override
  public SourceId source() {
    return SOURCE;
  }

  @Override
  public String title() {
    return "Debian distro-info-data";
  }

  @Override
  public boolean recognises(FeedEntry entry) {
    return Distribution.of(Heads.text(entry)).isPresent();
  }

  @Override
  public void read(FeedEntry entry, Consumer<FeedRecord> sink) throws IOException {
    Distribution distribution = Distribution.of(Heads.text(entry)).orElseThrow();
    RowReader reader = new RowReader(SOURCE, entry, sink);
    Consumer<Row> rows =
        reader.each(
            (row, records) ->
                distribution
                    .life(row)
                    .ifPresentOrElse(records, () -> skipped.add("a suite that is no release")));
    try (InputStream input = entry.open()) {
      reader.document(() -> CsvRows.read(input, ShortRows.PADDED, rows));
    }
  }

  @Override
  public Map<String, Long> skipped() {
    return skipped.asMap();
  }
}
