package dev.assay.inspector.v2;

import dev.assay.assessment.cis.CisFacet;
import dev.assay.assessment.cis.CisQuestion;
import dev.assay.assessment.query.Criterion.Comparison;
import dev.assay.assessment.query.Criterion.DateRange;
import dev.assay.assessment.query.Criterion.NumberRange;
import dev.assay.assessment.query.Criterion.TagCondition;
import dev.assay.assessment.query.Criterion.TextCondition;
import dev.assay.awsapi.inspector2.CisDateFilter;
import dev.assay.awsapi.inspector2.CisNumberFilter;
import dev.assay.awsapi.inspector2.CisSecurityLevelFilter;
import dev.assay.awsapi.inspector2.CisSortOrder;
import dev.assay.awsapi.inspector2.CisStringFilter;
import dev.assay.awsapi.inspector2.TagFilter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A question under construction from the model's criteria, of which each may be absent.
final class CisCriteria<F extends Enum<F> & CisFacet> {
  private final Map<F, List<TextCondition>> texts = new HashMap<>();
  private List<NumberRange> failed = List.of();
  private List<TagCondition> tags = List.of();
  private List<DateRange> started = List.of();

  CisCriteria<F> text(F facet, @Nullable List<CisStringFilter> filters) {
    if (filters != null) {
      texts.put(
          facet,
          filters.stream()
              .map(
                  filter ->
                      new TextCondition(
                          Comparison.valueOf(filter.comparison().value()), filter.value()))
              .toList());
    }
    return this;
  }

  /// A filter that only knows equality.
  <T> CisCriteria<F> equal(F facet, @Nullable List<T> filters, Function<T, String> value) {
    if (filters != null) {
      texts.put(
          facet,
          filters.stream()
              .map(filter -> new TextCondition(Comparison.EQUALS, value.apply(filter)))
              .toList());
    }
    return this;
  }

  CisCriteria<F> level(F facet, @Nullable List<CisSecurityLevelFilter> filters) {
    return equal(facet, filters, filter -> filter.value().value());
  }

  CisCriteria<F> failed(@Nullable List<CisNumberFilter> filters) {
    if (filters != null) {
      failed =
          filters.stream()
              .map(
                  filter ->
                      new NumberRange(
                          number(filter.lowerInclusive()), number(filter.upperInclusive())))
              .toList();
    }
    return this;
  }

  private static @Nullable Double number(@Nullable Integer number) {
    return number == null ? null : number.doubleValue();
  }

  CisCriteria<F> tags(@Nullable List<TagFilter> filters) {
    if (filters != null) {
      tags =
          filters.stream().map(filter -> new TagCondition(filter.key(), filter.value())).toList();
    }
    return this;
  }

  CisCriteria<F> started(@Nullable List<CisDateFilter> filters) {
    if (filters != null) {
      started =
          filters.stream()
              .map(
                  filter ->
                      new DateRange(filter.earliestScanStartTime(), filter.latestScanStartTime()))
              .toList();
    }
    return this;
  }

  CisQuestion<F> by(F sortedBy, @Nullable CisSortOrder order) {
    return new CisQuestion<>(
        texts, failed, tags, started, sortedBy, order != null && order.value().equals("DESC"));
  }
}
