package dev.assay.store.provenance;

import dev.assay.assessment.provenance.Part;
import dev.assay.assessment.provenance.Provenance;
import dev.assay.assessment.provenance.ProvenanceStore;
import dev.assay.assessment.provenance.Way;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import dev.assay.store.Handles;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;

/// The ways of evidence in `provenance`; those of networks are drawn from their reports.
public final class PostgresProvenanceStore implements ProvenanceStore {

  @Override
  public void note(
      Writing transaction, ResourceKey resource, Part part, Way way, Instant at, Instant recently) {
    bind(
            Handles.of(transaction)
                .createUpdate(
                    """
                    insert into provenance as known (resource, part, way, first_at, last_at)
                    select number, :part, :way, :at, :at from resource
                    where account = :account and region = :region and type = :type and id = :id
                      and not exists (select from provenance
                        where resource = number and part = :part and way = :way
                          and last_at >= :recently)
                    on conflict (resource, part, way) do update set last_at = excluded.last_at
                    """),
            resource)
        .bind("part", part.name())
        .bind("way", way.name())
        .bind("at", at)
        .bind("recently", recently)
        .execute();
  }

  @Override
  public List<Provenance> of(Reading transaction, ResourceKey resource) {
    return bind(
            Handles.of(transaction)
                .createQuery(
                    """
                    select part, way, first_at, last_at from (
                      select resource, part, way, first_at, last_at from provenance
                      union all
                      select resource, 'NETWORK', 'CONFIGURATION', as_of, as_of
                      from network_report) known
                    join resource on number = resource
                    where account = :account and region = :region and type = :type and id = :id
                    order by part collate "C", last_at desc
                    """),
            resource)
        .map(
            (row, context) ->
                new Provenance(
                    Part.valueOf(row.getString("part")),
                    Way.valueOf(row.getString("way")),
                    row.getTimestamp("first_at").toInstant(),
                    row.getTimestamp("last_at").toInstant()))
        .list();
  }

  private static <T extends SqlStatement<T>> T bind(T statement, ResourceKey key) {
    return statement
        .bind("account", key.tenant().account().value())
        .bind("region", key.tenant().region().value())
        .bind("type", key.type().name())
        .bind("id", key.id());
  }
}
