package dev.assay.assessment.coverage;

import dev.assay.assessment.query.Page;
import dev.assay.assessment.query.PageRequest;
import dev.assay.assessment.transaction.Reading;
import java.util.SortedMap;

/// Where coverage is asked for: a port of the service.
public interface CoverageStore {

  /// A page of coverage, ordered by the resources' ids.
  Page<Coverage> list(Reading transaction, CoverageQuery query, PageRequest page);

  /// How many resources there are by the value of a facet; those without one are not counted.
  SortedMap<String, Long> counts(
      Reading transaction, CoverageQuery query, CoverageQuery.Facet groupedBy);

  /// How many resources there are in all.
  long count(Reading transaction, CoverageQuery query);
}
