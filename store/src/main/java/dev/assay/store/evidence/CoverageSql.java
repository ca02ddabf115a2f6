package dev.assay.store.evidence;

import dev.assay.assessment.coverage.CoverageQuery;
import dev.assay.assessment.query.Criterion.TagCondition;
import dev.assay.assessment.tenant.AccountId;
import dev.assay.store.Documents;
import dev.assay.store.resource.ResourceRow;
import dev.assay.store.sql.Comparisons;
import dev.assay.store.sql.SqlCondition;
import java.util.Map;

/// Questions on coverage as conditions on `resource r`, its evidence `e` and its `agent a`.
final class CoverageSql {
  /// The status: of a resource whose agent has fallen silent, and of which nothing came in by
  /// another way since, that.
  static final String STATUS =
      "(case when a.silent_from < now() and r.last_seen_at < a.silent_from"
          + " then 'STALE_INVENTORY' else e.status end)";

  private final SqlCondition sql;
  private final Comparisons compare;

  CoverageSql(SqlCondition sql) {
    this.sql = sql;
    this.compare = new Comparisons(sql);
  }

  void holds(CoverageQuery query) {
    sql.append("r.account = any(")
        .value(query.accounts().stream().map(AccountId::value).toArray(String[]::new))
        .append(") and r.region = ")
        .value(query.region().value());
    query
        .texts()
        .forEach(
            (facet, conditions) -> {
              sql.append(" and ");
              if (facet == CoverageQuery.Facet.IMAGE_TAG) {
                compare.texts(
                    conditions,
                    condition -> {
                      sql.append("exists (select from jsonb_array_elements_text(");
                      sql.append("case when r.type = 'CONTAINER_IMAGE'");
                      sql.append(" then r.details -> 'imageTags' end) as tags(one) where ");
                      compare.text("one", condition);
                      sql.append(")");
                    });
              } else {
                compare.texts(conditions, condition -> compare.text(expression(facet), condition));
              }
            });
    if (!query.scanned().isEmpty()) {
      sql.append(" and ");
      compare.any(
          query.scanned(), range -> compare.within("e.judged_at", range.from(), range.to()));
    }
    if (!query.tags().isEmpty()) {
      sql.append(" and ");
      compare.any(query.tags(), this::tag);
    }
  }

  private void tag(TagCondition tag) {
    if (tag.value() == null) {
      sql.append("jsonb_exists(r.tags, ").value(tag.key()).append(")");
    } else {
      sql.append("r.tags @> ")
          .value(Documents.text(Map.of(tag.key(), tag.value())))
          .append("::jsonb");
    }
  }

  static String expression(CoverageQuery.Facet facet) {
    return switch (facet) {
      case ACCOUNT -> "r.account";
      case RESOURCE_ID -> "r.id";
      case RESOURCE_TYPE -> ResourceRow.WIRE_TYPE;
      case STATUS_CODE ->
          "case when " + STATUS + " = 'SUCCESSFUL' then 'ACTIVE' else 'INACTIVE' end";
      case STATUS_REASON -> STATUS;
      case IMAGE_REPOSITORY -> ResourceRow.detail("CONTAINER_IMAGE", "repository");
      case IMAGE_TAG -> ResourceRow.detail("CONTAINER_IMAGE", "imageTags");
      case FUNCTION_NAME -> ResourceRow.detail("FUNCTION", "name");
      case FUNCTION_RUNTIME -> ResourceRow.detail("FUNCTION", "runtime");
      case SCAN_TYPE -> "e.scan";
      case PROJECT_NAME -> ResourceRow.detail("CODE_REPOSITORY", "projectName");
    };
  }
}
