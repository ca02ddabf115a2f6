package dev.assay.store.finding;

import dev.assay.assessment.finding.FindingId;
import dev.assay.assessment.finding.FindingKey;
import dev.assay.assessment.finding.FindingStatus;
import dev.assay.assessment.finding.FindingType;
import dev.assay.assessment.finding.StoredFinding;
import dev.assay.store.resource.ResourceRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A finding among the columns of an answer.
final class FindingRow {
  /// Selects whole findings; conditions follow.
  static final String SELECT =
      "select f.id, f.type, f.rule, f.status, f.first_observed_at, f.last_observed_at,"
          + " f.updated_at, f.closed_at, c.document, f.number as finding_number, "
          + ResourceRow.COLUMNS
          + " from finding f join resource r on r.number = f.resource"
          + " join finding_content c on c.hash = f.content ";

  private FindingRow() {}

  static StoredFinding read(ResultSet row) throws SQLException {
    FindingType type = FindingType.valueOf(row.getString("type"));
    return new StoredFinding(
        new FindingId(row.getString("id")),
        ResourceRow.read(row),
        new FindingKey(type, row.getString("rule")),
        FindingStatus.valueOf(row.getString("status")),
        row.getTimestamp("first_observed_at").toInstant(),
        row.getTimestamp("last_observed_at").toInstant(),
        row.getTimestamp("updated_at").toInstant(),
        instant(row.getTimestamp("closed_at")),
        ContentDocument.read(type, row.getBytes("document")));
  }

  private static @Nullable Instant instant(@Nullable Timestamp moment) {
    return moment == null ? null : moment.toInstant();
  }
}
