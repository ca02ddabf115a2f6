package dev.assay.feeds.epss;

import dev.assay.feeds.MalformedRecordException;
import dev.assay.feeds.rows.CveNames;
import dev.assay.feeds.rows.Row;
import dev.assay.model.EpssScore;
import org.jspecify.annotations.Nullable;

/// One score from one row of CSV or JSON.
final class Scores {
  private Scores() {}

  static EpssScore score(Row row, ScoreDate date) {
    return new EpssScore(
        CveNames.parse(name(row)),
        row.fraction("epss"),
        percentile(row),
        date.of(row.optional("date")));
  }

  private static String name(Row row) {
    String cve = row.optional("cve");
    String name = cve == null ? row.optional("id") : cve;
    if (name == null) {
      throw new MalformedRecordException("cve is missing");
    }
    return name;
  }

  private static @Nullable Double percentile(Row row) {
    return row.optional("percentile") == null ? null : row.fraction("percentile");
  }
}
