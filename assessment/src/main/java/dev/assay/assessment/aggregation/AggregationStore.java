package dev.assay.assessment.aggregation;

import dev.assay.assessment.query.Page;
import dev.assay.assessment.query.PageRequest;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;

/// Where findings are summed up: a port of the service.
public interface AggregationStore {

  /// A page of sums. By {@link Grouping#ACCOUNT}, a question on account, type, status, severity,
  /// kind of resource, fix and exploit alone takes no longer for more findings.
  ///
  /// @throws dev.assay.assessment.query.InvalidPageTokenException where the token is none that this
  ///     store gave
  Page<Aggregate> list(Reading transaction, AggregationQuery query, PageRequest page);

  /// Brings together what was counted since the last time, so that counts stay quick to read.
  void tidy(Writing transaction);
}
