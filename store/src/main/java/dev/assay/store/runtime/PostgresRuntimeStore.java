package dev.assay.store.runtime;

import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.runtime.RuntimeStore;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import dev.assay.model.runtime.RuntimeSample;
import dev.assay.store.Documents;
import dev.assay.store.Handles;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Samples in `runtime_sample`.
public final class PostgresRuntimeStore implements RuntimeStore {

  @Override
  public void add(Writing transaction, Resource resource, RuntimeSample sample) {
    Handles.of(transaction)
        .createUpdate(
            """
            insert into runtime_sample (resource, taken_at, document, at_rest)
            values (:resource, :takenAt, :document, :atRest)
            on conflict (resource, taken_at)
            do update set document = excluded.document, at_rest = excluded.at_rest
            """)
        .bind("resource", resource.number())
        .bind("takenAt", sample.takenAt())
        .bind("document", Documents.text(sample))
        .bind("atRest", sample.isAtRest())
        .execute();
  }

  @Override
  public void thin(Writing transaction, Resource resource, Instant before, int most) {
    Handles.of(transaction)
        .createUpdate(
            """
            delete from runtime_sample s using (
              select taken_at, row_number() over (order by at_rest, taken_at desc) as place
              from runtime_sample where resource = :resource) ranked
            where s.resource = :resource and s.taken_at = ranked.taken_at
              and (ranked.place > :most or ranked.place > 1 and s.taken_at < :before)
            """)
        .bind("resource", resource.number())
        .bind("most", most)
        .bind("before", before)
        .execute();
  }

  @Override
  public void expire(Writing transaction, Instant before) {
    Handles.of(transaction)
        .createUpdate("delete from runtime_sample where taken_at < :before")
        .bind("before", before)
        .execute();
  }

  @Override
  public List<RuntimeSample> between(
      Reading transaction, Resource resource, Instant from, Instant to) {
    return Handles.of(transaction)
        .select(
            """
            select document from runtime_sample
            where resource = ? and taken_at between ? and ? order by taken_at
            """,
            resource.number(),
            from,
            to)
        .map((row, context) -> Documents.read(row.getString("document"), RuntimeSample.class))
        .list();
  }

  @Override
  public Optional<RuntimeSample> newest(Reading transaction, Resource resource) {
    return Handles.of(transaction)
        .select(
            """
            select document from runtime_sample where resource = ?
            order by at_rest, taken_at desc limit 1
            """,
            resource.number())
        .map((row, context) -> Documents.read(row.getString("document"), RuntimeSample.class))
        .findOne();
  }
}
