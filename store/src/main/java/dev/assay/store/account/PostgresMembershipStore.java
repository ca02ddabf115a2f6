package dev.assay.store.account;

import dev.assay.assessment.organization.Membership;
import dev.assay.assessment.organization.MembershipStore;
import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.tenant.Region;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import dev.assay.store.Handles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/// Memberships in `membership`: an account has at most one administrator in a region.
public final class PostgresMembershipStore implements MembershipStore {

  @Override
  public boolean add(Writing transaction, Membership membership) {
    return bind(
                Handles.of(transaction)
                    .createUpdate(
                        """
                        insert into membership
                          (account, region, administrator, associated, changed_at)
                        values (:account, :region, :administrator, :associated, :changedAt)
                        on conflict do nothing
                        """),
                membership)
            .execute()
        > 0;
  }

  @Override
  public boolean replace(Writing transaction, Membership membership) {
    return bind(
                Handles.of(transaction)
                    .createUpdate(
                        """
                        update membership set associated = :associated, changed_at = :changedAt
                        where account = :account and region = :region
                          and administrator = :administrator
                        """),
                membership)
            .execute()
        > 0;
  }

  @Override
  public boolean remove(Writing transaction, Tenant account, AccountId administrator) {
    return Handles.of(transaction)
            .execute(
                "delete from membership where account = ? and region = ? and administrator = ?",
                account.account().value(),
                account.region().value(),
                administrator.value())
        > 0;
  }

  @Override
  public Optional<Membership> find(Reading transaction, Tenant account) {
    return Handles.of(transaction)
        .select(
            "select * from membership where account = ? and region = ?",
            account.account().value(),
            account.region().value())
        .map((row, context) -> membership(row))
        .findOne();
  }

  @Override
  public List<Membership> membersOf(Reading transaction, AccountId administrator, Region region) {
    return Handles.of(transaction)
        .select(
            "select * from membership where administrator = ? and region = ? order by account",
            administrator.value(),
            region.value())
        .map((row, context) -> membership(row))
        .list();
  }

  private static Membership membership(ResultSet row) throws SQLException {
    return new Membership(
        new AccountId(row.getString("account")),
        new Region(row.getString("region")),
        new AccountId(row.getString("administrator")),
        row.getBoolean("associated"),
        row.getTimestamp("changed_at").toInstant());
  }

  private static <T extends SqlStatement<T>> T bind(T statement, Membership membership) {
    return statement
        .bind("account", membership.account().value())
        .bind("region", membership.region().value())
        .bind("administrator", membership.administrator().value())
        .bind("associated", membership.associated())
        .bind("changedAt", membership.changedAt());
  }
}
