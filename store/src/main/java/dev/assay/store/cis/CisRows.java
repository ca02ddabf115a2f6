package dev.assay.store.cis;

import dev.assay.assessment.cis.CheckResult;
import dev.assay.assessment.cis.CisLevel;
import dev.assay.assessment.cis.CisScan;
import dev.assay.assessment.cis.CisScanStatus;
import dev.assay.assessment.cis.CisTarget;
import dev.assay.assessment.cis.StatusCounts;
import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.store.Documents;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Rows of the tables of scans.
final class CisRows {
  private CisRows() {}

  static CisScan scan(ResultSet row) throws SQLException {
    return new CisScan(
        Tenant.of(row.getString("account"), row.getString("region")),
        row.getObject("id", UUID.class),
        row.getString("configuration"),
        row.getString("name"),
        CisLevel.valueOf(row.getString("level")),
        Stream.of((String[]) row.getArray("target_accounts").getArray())
            .map(AccountId::new)
            .toList(),
        TagLists.read(row.getString("target_tags")),
        row.getTimestamp("started_at").toInstant(),
        row.getTimestamp("deadline").toInstant(),
        CisScanStatus.valueOf(row.getString("status")),
        row.getString("explanation"));
  }

  static CisTarget target(ResultSet row) throws SQLException {
    return new CisTarget(
        row.getObject("scan", UUID.class),
        Tenant.of(row.getString("account"), row.getString("region")),
        row.getString("resource"),
        Documents.texts(row.getString("tags")),
        row.getString("platform"),
        row.getString("job"),
        CisTarget.State.valueOf(row.getString("state")),
        row.getString("explanation"));
  }

  static CheckResult check(ResultSet row) throws SQLException {
    return new CheckResult(
        row.getString("rule"),
        row.getString("status"),
        row.getString("details"),
        new CheckResult.About(
            row.getString("title"),
            row.getString("description"),
            row.getString("remediation"),
            level(row.getString("level"))),
        row.getString("reason"));
  }

  static StatusCounts counts(ResultSet row) throws SQLException {
    return new StatusCounts(row.getInt("failed"), row.getInt("passed"), row.getInt("skipped"));
  }

  static @Nullable CisLevel level(@Nullable String name) {
    return name == null ? null : CisLevel.valueOf(name);
  }
}
