package dev.assay.store.finding;

import dev.assay.assessment.query.Criterion;
import dev.assay.assessment.query.Criterion.Comparison;
import dev.assay.assessment.query.Criterion.DateRange;
import dev.assay.assessment.query.Criterion.NumberRange;
import dev.assay.assessment.query.Criterion.PackageCondition;
import dev.assay.assessment.query.Criterion.PortRange;
import dev.assay.assessment.query.Criterion.TagCondition;
import dev.assay.assessment.query.Criterion.TextCondition;
import dev.assay.assessment.query.DateFacet;
import dev.assay.assessment.query.NumberFacet;
import dev.assay.assessment.query.TextFacet;
import dev.assay.model.Severity;
import dev.assay.store.Documents;
import dev.assay.store.sql.Comparisons;
import dev.assay.store.sql.SqlCondition;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Criteria as conditions on `finding f` and its `resource r`, joined by "and" and "or" alone: what
/// is unknown selects as little as what is false.
final class CriteriaSql {
  private final SqlCondition sql;
  private final Comparisons compare;

  CriteriaSql(SqlCondition sql) {
    this.sql = sql;
    this.compare = new Comparisons(sql);
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
          compare.any(ranges, range -> compare.within(column(facet), range.from(), range.to()));
      case Criterion.OfNumber(NumberFacet facet, List<NumberRange> ranges) ->
          compare.any(ranges, range -> compare.within(column(facet), range.from(), range.to()));
      case Criterion.OfTags(List<TagCondition> conditions) -> compare.any(conditions, this::tag);
      case Criterion.OfPackages(List<PackageCondition> conditions) -> packages(conditions);
      case Criterion.OfPorts(List<PortRange> ranges) -> ports(ranges);
    }
  }

  private void text(TextFacet facet, List<TextCondition> conditions) {
    if (facet == TextFacet.SEVERITY) {
      severity(conditions);
      return;
    }
    TextExpression expression = TextExpression.of(facet);
    compare.texts(conditions, condition -> compare(expression, condition));
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

  private void compare(TextExpression expression, TextCondition condition) {
    switch (expression) {
      case TextExpression.Single(String text) -> compare.text(text, condition);
      case TextExpression.OfSome(String which, String text) -> {
        boolean negative = condition.comparison() == Comparison.NOT_EQUALS;
        sql.append(negative ? "(not " + which + " or " : "(" + which + " and ");
        compare.text(text, condition);
        sql.append(")");
      }
      case TextExpression.Several(String query) -> {
        boolean negative = condition.comparison() == Comparison.NOT_EQUALS;
        sql.append(negative ? "not exists (" : "exists (");
        sql.append("select from (" + query + ") as several(one) where ");
        compare.text(
            "one", negative ? new TextCondition(Comparison.EQUALS, condition.value()) : condition);
        sql.append(")");
      }
      case TextExpression.None() ->
          sql.append(condition.comparison() == Comparison.NOT_EQUALS ? "true" : "false");
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

  /// Nothing may stand around it but "and", or the database looks at every finding.
  private void packages(List<PackageCondition> conditions) {
    sql.append("f.content in (select p.hash from finding_content_package p where ");
    compare.any(conditions, this::onePackage);
    sql.append(")");
  }

  private void ports(List<PortRange> ranges) {
    sql.append("f.content in (select p.hash from finding_content_port p where ");
    compare.any(ranges, this::overlap);
    sql.append(")");
  }

  private void overlap(PortRange range) {
    sql.append("(true");
    Integer from = range.from();
    if (from != null) {
      sql.append(" and p.last >= ").value(from);
    }
    Integer to = range.to();
    if (to != null) {
      sql.append(" and p.first <= ").value(to);
    }
    sql.append(")");
  }

  private void onePackage(PackageCondition condition) {
    if (condition.sourceLayerHash() != null || condition.sourceLambdaLayerArn() != null) {
      sql.append("false");
      return;
    }
    sql.append("(true");
    and("p.name", condition.name());
    and("p.version", condition.version());
    and("p.release", condition.release());
    and("p.architecture", condition.architecture());
    and("p.file_path", condition.filePath());
    NumberRange epoch = condition.epoch();
    if (epoch != null) {
      sql.append(" and ");
      compare.within("p.epoch", epoch.from(), epoch.to());
    }
    sql.append(")");
  }

  private void and(String column, @Nullable TextCondition condition) {
    if (condition != null) {
      sql.append(" and ");
      compare.text(column, condition);
    }
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
