package dev.assay.inspector.v2;

import dev.assay.assessment.query.Criterion.Comparison;
import dev.assay.assessment.query.Criterion.TextCondition;
import dev.assay.awsapi.inspector2.StringComparison;
import dev.assay.awsapi.inspector2.StringFilter;
import org.jspecify.annotations.Nullable;

/// The model's comparisons of texts.
final class TextMapping {
  private TextMapping() {}

  static TextCondition condition(StringFilter filter) {
    return new TextCondition(Comparison.valueOf(filter.comparison().value()), filter.value());
  }

  static @Nullable TextCondition conditionOrNull(@Nullable StringFilter filter) {
    return filter == null ? null : condition(filter);
  }

  static StringFilter filter(TextCondition condition) {
    return new StringFilter(StringComparison.of(condition.comparison().name()), condition.value());
  }

  static @Nullable StringFilter filterOrNull(@Nullable TextCondition condition) {
    return condition == null ? null : filter(condition);
  }
}
