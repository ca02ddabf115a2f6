package dev.assay.report;

import dev.assay.model.DatabaseInfo;
import dev.assay.model.SourceInfo;
import dev.assay.report.TablePen.Tone;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The report for people, on a terminal or in a pipe. What limits the result comes first, then
/// the summary, then what can be mended, then what cannot.
final class TableWriter implements ReportWriter {
  private final TableStyle style;

  TableWriter(TableStyle style) {
    this.style = style;
  }

  @Override
  public void write(ScanReport report, OutputStream out) throws IOException {
    TablePen pen = new TablePen(style);
    database(pen, report.database());
    for (ViewedAssessment viewed : report.viewed()) {
      pen.blank();
      new TableHead(pen, report.at()).draw(viewed);
      new TableFindings(pen, report.order()).draw(viewed.shown());
      new TableTail(pen, report.view()).draw(viewed);
    }
    out.write(pen.drawn().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static void database(TablePen pen, DatabaseInfo database) {
    if (database.starter()) {
      pen.line(pen.toned(Tone.WARNING, starterSet(database)));
      return;
    }
    pen.wrapped(Tone.FAINT, "", 2, used(database));
  }

  /// One line, never broken: scripts look for it.
  static String starterSet(DatabaseInfo database) {
    return "%d landmark vulnerabilities were checked, all else is not evaluated; for the full"
            .formatted(database.vulnerabilityCount())
        + " database run: assay db update (or assay db build --from DIR --to FILE)";
  }

  static String used(DatabaseInfo database) {
    List<LocalDate> dates =
        database.sources().stream()
            .flatMap(source -> Stream.ofNullable(source.snapshotDate()))
            .sorted(Comparator.naturalOrder())
            .toList();
    String span =
        dates.isEmpty()
            ? "without dates"
            : "dated %s to %s".formatted(dates.getFirst(), dates.getLast());
    return "Database %s, built %s from %s %s (assay db info lists them)"
        .formatted(
            PlainText.line(database.name()),
            database.built().atZone(ZoneOffset.UTC).toLocalDate(),
            Words.count(database.sources().size(), "source"),
            span);
  }

  /// `debian-osv of 2025-02-12`.
  static String dated(SourceInfo source) {
    return source.snapshotDate() == null
        ? source.id() + ", undated"
        : source.id() + " of " + Objects.requireNonNull(source.snapshotDate());
  }
}
