package dev.assay.store.finding;

import dev.assay.assessment.aggregation.AggregationQuery;
import dev.assay.assessment.aggregation.Grouping;
import dev.assay.assessment.query.Criterion;
import dev.assay.assessment.query.TextFacet;

/// Which questions the running counts of `finding_count` answer: its columns are named as those of
/// `finding`, so that the same conditions hold for either.
final class CountedFacets {
  private CountedFacets() {}

  static boolean answer(AggregationQuery query) {
    return query.grouping() == Grouping.ACCOUNT
        && query.criteria().stream().allMatch(CountedFacets::isCounted);
  }

  private static boolean isCounted(Criterion criterion) {
    return criterion instanceof Criterion.OfText(TextFacet facet, var _)
        && switch (facet) {
          case ACCOUNT,
              FINDING_TYPE,
              SEVERITY,
              STATUS,
              RESOURCE_TYPE,
              FIX_AVAILABLE,
              EXPLOIT_AVAILABLE ->
              true;
          default -> false;
        };
  }
}
