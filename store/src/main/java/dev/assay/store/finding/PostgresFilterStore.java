package dev.assay.store.finding;

import dev.assay.assessment.suppression.FilterStore;
import dev.assay.assessment.suppression.FindingFilter;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import dev.assay.store.Documents;
import dev.assay.store.Handles;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/// Filters in `finding_filter`. A tenant's changes to them wait for each other, so that a name is
/// given once.
public final class PostgresFilterStore implements FilterStore {

  @Override
  public boolean add(Writing transaction, FindingFilter filter) {
    Handle handle = Handles.of(transaction);
    if (taken(handle, filter)) {
      return false;
    }
    bind(
            handle.createUpdate(
                """
                insert into finding_filter (id, account, region, name, action, description, reason,
                  criteria, tags, created_at, updated_at)
                values (:id, :account, :region, :name, :action, :description, :reason,
                  :criteria::jsonb, :tags::jsonb, :createdAt, :updatedAt)
                """),
            filter)
        .execute();
    return true;
  }

  @Override
  public boolean replace(Writing transaction, FindingFilter filter) {
    Handle handle = Handles.of(transaction);
    if (taken(handle, filter)) {
      return false;
    }
    bind(
            handle.createUpdate(
                """
                update finding_filter set name = :name, action = :action,
                  description = :description, reason = :reason, criteria = :criteria::jsonb,
                  tags = :tags::jsonb, created_at = :createdAt, updated_at = :updatedAt
                where id = :id and account = :account and region = :region
                """),
            filter)
        .execute();
    return true;
  }

  @Override
  public boolean remove(Writing transaction, Tenant tenant, String id) {
    return Handles.of(transaction)
            .execute(
                "delete from finding_filter where account = ? and region = ? and id = ?",
                tenant.account().value(),
                tenant.region().value(),
                id)
        > 0;
  }

  @Override
  public Optional<FindingFilter> find(Reading transaction, Tenant tenant, String id) {
    return Handles.of(transaction)
        .select(
            "select * from finding_filter where account = ? and region = ? and id = ?",
            tenant.account().value(),
            tenant.region().value(),
            id)
        .map((row, context) -> FilterRow.read(row))
        .findOne();
  }

  @Override
  public List<FindingFilter> all(Reading transaction, Tenant tenant) {
    return Handles.of(transaction)
        .select(
            "select * from finding_filter where account = ? and region = ? order by number",
            tenant.account().value(),
            tenant.region().value())
        .map((row, context) -> FilterRow.read(row))
        .list();
  }

  private static boolean taken(Handle handle, FindingFilter filter) {
    return handle
        .createQuery(
            """
            select exists (select from finding_filter where account = :account
              and region = :region and name = :name and id <> :id)
            """)
        .bind("account", filter.tenant().account().value())
        .bind("region", filter.tenant().region().value())
        .bind("name", filter.name())
        .bind("id", filter.id())
        .mapTo(Boolean.class)
        .one();
  }

  private static <T extends SqlStatement<T>> T bind(T statement, FindingFilter filter) {
    return statement
        .bind("id", filter.id())
        .bind("account", filter.tenant().account().value())
        .bind("region", filter.tenant().region().value())
        .bind("name", filter.name())
        .bind("action", filter.action().name())
        .bind("description", filter.description())
        .bind("reason", filter.reason())
        .bind("criteria", CriteriaDocument.text(filter.criteria()))
        .bind("tags", Documents.text(filter.tags()))
        .bind("createdAt", filter.createdAt())
        .bind("updatedAt", filter.updatedAt());
  }
}
