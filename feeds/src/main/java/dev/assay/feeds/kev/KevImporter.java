package dev.assay.feeds.kev;

import dev.assay.feeds.FeedDates;
import dev.assay.feeds.FeedEntry;
import dev.assay.feeds.FeedImporter;
import dev.assay.feeds.rows.CsvRows;
import dev.assay.feeds.rows.CsvRows.ShortRows;
import dev.assay.feeds.rows.CveNames;
import dev.assay.feeds.rows.Days;
import dev.assay.feeds.rows.Heads;
import dev.assay.feeds.rows.JsonRows;
import dev.assay.feeds.rows.Row;
import dev.assay.feeds.rows.RowReader;
import dev.assay.model.FeedRecord;
import dev.assay.model.KnownExploited;
import dev.assay.model.SourceId;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the catalogue in both forms that CISA publishes; their fields have the same names.
public final class KevImporter implements FeedImporter {
  private static final SourceId SOURCE = new SourceId("cisa-kev");
  private static final Pattern RELEASED = Pattern.compile("\"dateReleased\"\\s*:\\s*\"([^\"]*)\"");

  @Override
  public SourceId source() {
    return SOURCE;
  }

  @Override
  public String title() {
    return "CISA known exploited vulnerabilities";
  }

  @Override
  public boolean recognises(FeedEntry entry) {
    String head = Heads.text(entry);
    return isCsv(head) || (head.startsWith("{") && head.contains("\"catalogVersion\""));
  }

  /// `dateReleased`, which is a moment; the CSV has none.
  @Override
  public Optional<LocalDate> statedDay(FeedEntry entry) {
    Matcher released = RELEASED.matcher(Heads.text(entry));
    return released.find()
        ? FeedDates.parseLenient(released.group(1))
            .map(moment -> LocalDate.ofInstant(moment, ZoneOffset.UTC))
        : Optional.empty();
  }

  private static boolean isCsv(String head) {
    return head.startsWith("cveID,vendorProject,") || head.startsWith("\"cveID\",");
  }

  @Override
  public void read(FeedEntry entry, Consumer<FeedRecord> sink) throws IOException {
    RowReader reader = new RowReader(SOURCE, entry, sink);
    Consumer<Row> rows = reader.each((row, records) -> records.accept(entry(row)));
    try (InputStream input = entry.open()) {
      reader.document(
          () -> {
            if (isCsv(Heads.text(entry))) {
              CsvRows.read(input, ShortRows.DEFECTIVE, rows);
            } else {
              JsonRows.readArray(input, "vulnerabilities", rows);
            }
          });
    }
  }

  private static KnownExploited entry(Row row) {
    return new KnownExploited(
        CveNames.parse(row.field("cveID")),
        Days.parse(row.field("dateAdded")),
        due(row),
        "Known".equalsIgnoreCase(row.optional("knownRansomwareCampaignUse")),
        orEmpty(row.optional("vulnerabilityName")),
        orEmpty(row.optional("requiredAction")));
  }

  private static @Nullable LocalDate due(Row row) {
    String due = row.optional("dueDate");
    return due == null ? null : Days.parse(due);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
