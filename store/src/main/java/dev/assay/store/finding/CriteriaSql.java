package dev.assay.store.finding;

import dev.assay.assessment.query.Criterion;
import dev.assay.assessment.query.Criterion.Comparison;
import dev.assay.assessment.query.Criterion.DateRange;
import dev.assay.assessment.query.Criterion.NumberRange;
import dev.assay.assessment.query.Criterion.PackageCondition;
import dev.assay.assessment.query.Criterion.TagCondition;
import dev.assay.assessment.query.Criterion.TextCondition;
import dev.assay.assessment.query.DateFacet;
import dev.assay.assessment.query.NumberFacet;
import dev.assay.assessment.query.TextFacet;
import dev.assay.model.Severity;
import dev.assay.store.Documents;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Criteria as conditions on `finding f` and its `resource r`. A condition is true or false, never
/// unknown, so that it may be negated.
final class CriteriaSql {
  private final SqlCondition sql;

  CriteriaSql(SqlCondition sql) {
    this.sql = sql;
  }

  /// Appends that all criteria hold; true where there are none.
  void all(List<Criterion> criteria) {
    sql.append("(true");
    for (Criterion criterion : criteria) {
      sql.append(" and ");
      one(criterion);
    }
    sql.append(")");
  }

  private void one(Criterion criterion) {
    switch (criterion) {
      case Criterion.OfText(TextFacet facet, List<TextCondition> conditions) ->
          text(facet, conditions);
      case Criterion.OfDate(DateFacet facet, List<DateRange> ranges) ->
          any(ranges, range -> within(column(facet), range.from(), range.to()));
      case Criterion.OfNumber(NumberFacet facet, List<NumberRange> ranges) ->
          any(ranges, range -> within(column(facet), range.from(), range.to()));
      case Criterion.OfTags(List<TagCondition> conditions) -> any(conditions, this::tag);
      case Criterion.OfPackages(List<PackageCondition> conditions) ->
          any(conditions, this::somePackage);
      case Criterion.OfPorts ignored -> sql.append("false");
    }
  }

  private void text(TextFacet facet, List<TextCondition> conditions) {
    if (facet == TextFacet.SEVERITY) {
      severity(conditions);
      return;
    }
    TextExpression expression = TextExpression.of(facet);
    texts(conditions, condition -> compare(expression, condition));
  }

  /// The stored position is indexed, the name is not.
  private void severity(List<TextCondition> conditions) {
    Integer[] positions =
        Arrays.stream(Severity.values())
            .filter(severity -> TextConditions.hold(conditions, severity.name()))
            .map(SeverityRank::of)
            .toArray(Integer[]::new);
    sql.append("f.severity = any(").value(positions).append(")");
  }

  /// Any of the positive conditions, if there are any, and all of the negative ones.
  private void texts(List<TextCondition> conditions, Consumer<TextCondition> compare) {
    List<TextCondition> positive =
        conditions.stream().filter(it -> it.comparison() != Comparison.NOT_EQUALS).toList();
    sql.append("(");
    if (positive.isEmpty()) {
      sql.append("true");
    } else {
      any(positive, compare);
    }
    for (TextCondition condition : conditions) {
      if (condition.comparison() == Comparison.NOT_EQUALS) {
        sql.append(" and ");
        compare.accept(condition);
      }
    }
    sql.append(")");
  }

  private void compare(TextExpression expression, TextCondition condition) {
    switch (expression) {
      case TextExpression.Single(String text) -> compare(text, condition);
      case TextExpression.Several(String query) -> {
        boolean negative = condition.comparison() == Comparison.NOT_EQUALS;
        sql.append(negative ? "not exists (" : "exists (");
        sql.append("select from (" + query + ") as several(one) where ");
        compare(
            "one", negative ? new TextCondition(Comparison.EQUALS, condition.value()) : condition);
        sql.append(")");
      }
      case TextExpression.None() ->
          sql.append(condition.comparison() == Comparison.NOT_EQUALS ? "true" : "false");
    }
  }

  private void compare(String text, TextCondition condition) {
    String value = condition.value();
    switch (condition.comparison()) {
      case EQUALS -> sql.append("coalesce(" + text + " = ").value(value).append(", false)");
      case PREFIX ->
          sql.append("coalesce(starts_with(" + text + ", ").value(value).append("), false)");
      case NOT_EQUALS -> sql.append("(" + text + " is distinct from ").value(value).append(")");
    }
  }

  private void tag(TagCondition tag) {
    if (tag.value() == null) {
      sql.append("jsonb_exists(r.tags, ").value(tag.key()).append(")");
    } else {
      String wanted = Documents.text(Map.of(tag.key(), tag.value()));
      sql.append("r.tags @> ").value(wanted).append("::jsonb");
    }
  }

  private void somePackage(PackageCondition condition) {
    if (condition.sourceLayerHash() != null || condition.sourceLambdaLayerArn() != null) {
      sql.append("false");
      return;
    }
    sql.append("f.content in (select p.hash from finding_content_package p where true");
    and("p.name", condition.name());
    and("p.version", condition.version());
    and("p.release", condition.release());
    and("p.architecture", condition.architecture());
    and("p.file_path", condition.filePath());
    NumberRange epoch = condition.epoch();
    if (epoch != null) {
      sql.append(" and ");
      within("p.epoch", epoch.from(), epoch.to());
    }
    sql.append(")");
  }

  private void and(String column, @Nullable TextCondition condition) {
    if (condition != null) {
      sql.append(" and ");
      compare(column, condition);
    }
  }

  private void within(@Nullable String column, @Nullable Object from, @Nullable Object to) {
    if (column == null) {
      sql.append("false");
      return;
    }
    sql.append("(" + column + " is not null");
    if (from != null) {
      sql.append(" and " + column + " >= ").value(from);
    }
    if (to != null) {
      sql.append(" and " + column + " <= ").value(to);
    }
    sql.append(")");
  }

  private <T> void any(List<T> alternatives, Consumer<T> one) {
    sql.append("(false");
    for (T alternative : alternatives) {
      sql.append(" or ");
      one.accept(alternative);
    }
    sql.append(")");
  }

  /// Null where no stored finding has it.
  private static @Nullable String column(DateFacet facet) {
    return switch (facet) {
      case FIRST_OBSERVED -> "f.first_observed_at";
      case LAST_OBSERVED -> "f.last_observed_at";
      case UPDATED -> "f.updated_at";
      case IMAGE_PUSHED -> "(r.details ->> 'pushedAt')::timestamptz";
      case FUNCTION_MODIFIED -> "(r.details ->> 'modifiedAt')::timestamptz";
      case IMAGE_LAST_IN_USE -> null;
    };
  }

  private static @Nullable String column(NumberFacet facet) {
    return switch (facet) {
      case SCORE -> "f.score";
      case EPSS -> "f.epss";
      case IMAGE_IN_USE_COUNT -> null;
    };
  }
}
