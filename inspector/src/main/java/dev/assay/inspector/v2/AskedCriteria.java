package dev.assay.inspector.v2;

import dev.assay.assessment.query.Criterion;
import dev.assay.assessment.query.Criterion.Comparison;
import dev.assay.assessment.query.Criterion.DateRange;
import dev.assay.assessment.query.Criterion.TagCondition;
import dev.assay.assessment.query.Criterion.TextCondition;
import dev.assay.assessment.query.DateFacet;
import dev.assay.assessment.query.NumberFacet;
import dev.assay.assessment.query.TextFacet;
import dev.assay.awsapi.inspector2.DateFilter;
import dev.assay.awsapi.inspector2.MapFilter;
import dev.assay.awsapi.inspector2.NumberFilter;
import dev.assay.awsapi.inspector2.StringFilter;
import dev.assay.awsapi.value.EnumValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gathers the filters of a request as criteria. A filter that is not given, or has no conditions,
/// asks for nothing.
final class AskedCriteria {
  private final List<Criterion> criteria = new ArrayList<>();

  AskedCriteria texts(TextFacet facet, @Nullable List<StringFilter> filters) {
    List<TextCondition> conditions = conditions(filters);
    if (!conditions.isEmpty()) {
      criteria.add(new Criterion.OfText(facet, conditions));
    }
    return this;
  }

  AskedCriteria choice(TextFacet facet, @Nullable EnumValue choice) {
    return choice == null ? this : equal(facet, choice.value());
  }

  AskedCriteria equal(TextFacet facet, String value) {
    criteria.add(new Criterion.OfText(facet, List.of(new TextCondition(Comparison.EQUALS, value))));
    return this;
  }

  AskedCriteria tags(@Nullable List<MapFilter> filters) {
    if (filters != null && !filters.isEmpty()) {
      criteria.add(
          new Criterion.OfTags(
              filters.stream().map(tag -> new TagCondition(tag.key(), tag.value())).toList()));
    }
    return this;
  }

  AskedCriteria lastInUse(@Nullable List<DateFilter> filters) {
    if (filters != null && !filters.isEmpty()) {
      criteria.add(
          new Criterion.OfDate(
              DateFacet.IMAGE_LAST_IN_USE,
              filters.stream()
                  .map(range -> new DateRange(range.startInclusive(), range.endInclusive()))
                  .toList()));
    }
    return this;
  }

  AskedCriteria inUseCount(@Nullable List<NumberFilter> filters) {
    if (filters != null && !filters.isEmpty()) {
      criteria.add(
          new Criterion.OfNumber(
              NumberFacet.IMAGE_IN_USE_COUNT,
              filters.stream().map(CriteriaMapping::range).toList()));
    }
    return this;
  }

  List<Criterion> list() {
    return List.copyOf(criteria);
  }

  static List<TextCondition> conditions(@Nullable List<StringFilter> filters) {
    return filters == null ? List.of() : filters.stream().map(TextMapping::condition).toList();
  }
}
