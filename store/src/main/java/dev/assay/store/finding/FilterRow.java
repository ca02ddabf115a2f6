package dev.assay.store.finding;

import dev.assay.assessment.suppression.FindingFilter;
import dev.assay.assessment.suppression.FindingFilter.Action;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.store.Documents;
import java.sql.ResultSet;
import java.sql.SQLException;

/// A filter among the columns of an answer.
final class FilterRow {
  private FilterRow() {}

  static FindingFilter read(ResultSet row) throws SQLException {
    return new FindingFilter(
        row.getString("id"),
        Tenant.of(row.getString("account"), row.getString("region")),
        row.getString("name"),
        Action.valueOf(row.getString("action")),
        row.getString("description"),
        row.getString("reason"),
        CriteriaDocument.read(row.getString("criteria")),
        Documents.texts(row.getString("tags")),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant());
  }
}
