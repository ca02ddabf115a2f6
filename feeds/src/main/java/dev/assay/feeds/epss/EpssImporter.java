package dev.assay.feeds.epss;

import dev.assay.feeds.FeedEntry;
import dev.assay.feeds.FeedImporter;
import dev.assay.feeds.SkipCounts;
import dev.assay.feeds.rows.CsvRows;
import dev.assay.feeds.rows.CsvRows.ShortRows;
import dev.assay.feeds.rows.Heads;
import dev.assay.feeds.rows.JsonRows;
import dev.assay.feeds.rows.Row;
import dev.assay.feeds.rows.RowReader;
import dev.assay.feeds.rows.YamlReader;
import dev.assay.model.EpssScore;
import dev.assay.model.FeedRecord;
import dev.assay.model.SourceId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads scores in every form they come in; {@link Form} tells them apart.
public final class EpssImporter implements FeedImporter {
  static final SourceId SOURCE = new SourceId("first-epss");

  private final SkipCounts skipped = new SkipCounts();

  @Override
  public SourceId source() {
    return SOURCE;
  }

  @Override
  public String title() {
    return "FIRST exploit prediction scores (EPSS)";
  }

  @Override
  public boolean recognises(FeedEntry entry) {
    return Form.of(Heads.text(entry)) != Form.OTHER;
  }

  @Override
  public Optional<LocalDate> statedDay(FeedEntry entry) {
    return switch (Form.of(Heads.text(entry))) {
      case CSV, JSON -> ScoreDate.stated(entry);
      case VULNERABLE_CODE, OTHER -> Optional.empty();
    };
  }

  @Override
  public void read(FeedEntry entry, Consumer<FeedRecord> sink) throws IOException {
    RowReader reader = new RowReader(SOURCE, entry, sink);
    Form form = Form.of(Heads.text(entry));
    try (InputStream input = entry.open()) {
      reader.document(
          () -> {
            switch (form) {
              case CSV -> CsvRows.read(input, ShortRows.DEFECTIVE, scores(reader, entry));
              case JSON -> JsonRows.readArray(input, "data", scores(reader, entry));
              case VULNERABLE_CODE -> vulnerableCode(input, sink);
              case OTHER -> {}
            }
          });
    }
  }

  private static Consumer<Row> scores(RowReader reader, FeedEntry entry) {
    ScoreDate date = ScoreDate.of(entry);
    return reader.each((row, records) -> records.accept(Scores.score(row, date)));
  }

  private void vulnerableCode(InputStream input, Consumer<FeedRecord> sink) throws IOException {
    String text = new String(YamlReader.bytes(input), StandardCharsets.UTF_8);
    List<EpssScore> scores = VulnerableCode.scores(YamlReader.read(text));
    if (scores.isEmpty()) {
      skipped.add("a record without a score");
    }
    scores.forEach(sink);
  }

  @Override
  public Map<String, Long> skipped() {
    return skipped.asMap();
  }
}
