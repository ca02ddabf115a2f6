package dev.assay.store.identity;

import dev.assay.assessment.identity.AccessKey;
import dev.assay.assessment.identity.AccessKeyId;
import dev.assay.assessment.identity.Identity;
import dev.assay.assessment.identity.IdentityName;
import dev.assay.assessment.identity.Role;
import dev.assay.assessment.tenant.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An access key among the columns of an answer: its own, and its owner's `role` and
/// `owner_created_at`.
public final class AccessKeyRow {
  private AccessKeyRow() {}

  public static AccessKey read(ResultSet row) throws SQLException {
    return new AccessKey(
        new AccessKeyId(row.getString("id")),
        owner(row),
        row.getString("description"),
        row.getTimestamp("created_at").toInstant(),
        optional(row.getTimestamp("expires_at")),
        optional(row.getTimestamp("revoked_at")),
        optional(row.getTimestamp("last_used_at")));
  }

  static Identity owner(ResultSet row) throws SQLException {
    return new Identity(
        new AccountId(row.getString("account")),
        new IdentityName(row.getString("owner")),
        Role.valueOf(row.getString("role")),
        row.getTimestamp("owner_created_at").toInstant());
  }

  static Optional<Instant> optional(@Nullable Timestamp time) {
    return Optional.ofNullable(time).map(Timestamp::toInstant);
  }
}
