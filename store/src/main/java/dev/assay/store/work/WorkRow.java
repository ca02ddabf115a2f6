package dev.assay.store.work;

import dev.assay.assessment.work.QueueName;
import dev.assay.assessment.work.Work;
import java.sql.ResultSet;
import java.sql.SQLException;

/// A row of the table as a piece of work.
final class WorkRow {
  private WorkRow() {}

  static Work work(ResultSet row) throws SQLException {
    return new Work(
        new QueueName(row.getString("queue")),
        row.getString("key"),
        row.getString("payload"),
        row.getTimestamp("due_at").toInstant());
  }
}
