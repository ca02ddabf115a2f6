package dev.assay.store.classic;

import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.Listing;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import dev.assay.store.Handles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/// What is done alike with the rows of several of Classic's tables.
final class Rows {
  private Rows() {}

  /// A tenant as the parameters `account` and `region`.
  static Map<String, String> owner(Tenant tenant) {
    return Map.of("account", tenant.account().value(), "region", tenant.region().value());
  }

  /// @param table a name of ours
  static long count(Reading transaction, String table, Tenant tenant) {
    return Handles.of(transaction)
        .createQuery(
            "select count(*) from " + table + " where account = :account and region = :region")
        .bindMap(owner(tenant))
        .mapTo(Long.class)
        .one();
  }

  /// @param table a name of ours
  static void delete(Writing transaction, String table, ClassicArn arn) {
    Handles.of(transaction)
        .createUpdate("delete from " + table + " where arn = :arn")
        .bind("arn", arn.toString())
        .execute();
  }

  static Listing.Row<String> listed(ResultSet row) throws SQLException {
    return new Listing.Row<>(row.getLong("number"), row.getString("arn"));
  }
}
