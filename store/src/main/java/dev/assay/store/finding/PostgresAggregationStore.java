package dev.assay.store.finding;

import dev.assay.assessment.aggregation.Aggregate;
import dev.assay.assessment.aggregation.AggregationQuery;
import dev.assay.assessment.aggregation.AggregationStore;
import dev.assay.assessment.query.Page;
import dev.assay.assessment.query.PageRequest;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import dev.assay.store.Handles;

/// Sums over the tables of findings, and over the counts that their triggers keep.
public final class PostgresAggregationStore implements AggregationStore {

  @Override
  public Page<Aggregate> list(Reading transaction, AggregationQuery query, PageRequest page) {
    return new AggregationListing(Handles.of(transaction), query).page(page);
  }

  /// In one statement, so that whoever reads sees the additions or their sum, never both. Rows that
  /// another node is bringing together are left to it.
  @Override
  public void tidy(Writing transaction) {
    Handles.of(transaction)
        .execute(
            """
            with taken as (
              delete from finding_count where ctid = any(array(
                select ctid from finding_count for update skip locked))
              returning *
            )
            insert into finding_count
            select account, region, status, type, resource_type, severity, exploit, fix, sum(change)
            from taken
            group by account, region, status, type, resource_type, severity, exploit, fix
            having sum(change) <> 0
            """);
  }
}
