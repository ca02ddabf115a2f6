package dev.assay.store.resource;

import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.resource.ResourceDetails;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.resource.ResourceStore;
import dev.assay.assessment.resource.ResourceType;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import dev.assay.store.Documents;
import dev.assay.store.Handles;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/// Resources in the table of that name.
public final class PostgresResourceStore implements ResourceStore {

  @Override
  public Resource observe(
      Writing transaction,
      ResourceKey key,
      ResourceDetails details,
      Map<String, String> tags,
      Instant seenAt) {
    var statement =
        Handles.of(transaction)
            .createQuery(
                """
                insert into resource as r
                  (account, region, type, id, details, tags, first_seen_at, last_seen_at)
                values (:account, :region, :type, :id, :details::jsonb, :tags::jsonb, :at, :at)
                on conflict (account, region, type, id) do update set
                  details = excluded.details, tags = excluded.tags,
                  last_seen_at = excluded.last_seen_at
                returning\s"""
                    + ResourceRow.COLUMNS)
            .bind("details", Documents.text(details))
            .bind("tags", Documents.text(tags))
            .bind("at", seenAt);
    return bind(statement, key).map((row, context) -> ResourceRow.read(row)).one();
  }

  @Override
  public Optional<Resource> find(Reading transaction, ResourceKey key) {
    var statement =
        Handles.of(transaction)
            .createQuery(
                "select "
                    + ResourceRow.COLUMNS
                    + """
                    from resource r
                    where account = :account and region = :region and type = :type and id = :id
                    """);
    return bind(statement, key).map((row, context) -> ResourceRow.read(row)).findOne();
  }

  @Override
  public List<Resource> tagged(
      Reading transaction,
      Tenant tenant,
      ResourceType type,
      List<Map.Entry<String, String>> anyOf) {
    String[] wanted =
        anyOf.stream()
            .map(tag -> Documents.text(Map.of(tag.getKey(), tag.getValue())))
            .toArray(String[]::new);
    return Handles.of(transaction)
        .createQuery(
            "select "
                + ResourceRow.COLUMNS
                + """
                from resource r
                where account = :account and region = :region and type = :type
                  and (:all or tags @> any(:wanted::jsonb[]))
                order by id collate "C"
                """)
        .bind("account", tenant.account().value())
        .bind("region", tenant.region().value())
        .bind("type", type.name())
        .bind("all", anyOf.isEmpty())
        .bind("wanted", wanted)
        .map((row, context) -> ResourceRow.read(row))
        .list();
  }

  @Override
  public void delete(Writing transaction, Resource resource) {
    Handles.of(transaction).execute("delete from resource where number = ?", resource.number());
  }

  private static <T extends SqlStatement<T>> T bind(T statement, ResourceKey key) {
    return statement
        .bind("account", key.tenant().account().value())
        .bind("region", key.tenant().region().value())
        .bind("type", key.type().name())
        .bind("id", key.id());
  }
}
