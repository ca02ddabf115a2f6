package dev.assay.store.finding;

import dev.assay.assessment.query.FindingOrder;
import dev.assay.assessment.query.FindingOrder.Direction;
import dev.assay.store.resource.ResourceRow;

/// What findings are sorted by: never null, since what is missing stands at the end in either
/// direction.
///
/// @param type the SQL type that its text is read back as
record SortExpression(String sql, String type) {

  static SortExpression of(FindingOrder order) {
    return switch (order.key()) {
      case ACCOUNT -> text("f.account");
      case FINDING_TYPE -> text("f.type");
      case STATUS -> text("f.status");
      case RESOURCE_TYPE -> text(ResourceRow.wireType("f.resource_type"));
      case SEVERITY -> new SortExpression("f.severity", "smallint");
      case FIRST_OBSERVED -> moment("f.first_observed_at");
      case LAST_OBSERVED -> moment("f.last_observed_at");
      case UPDATED -> moment("f.updated_at");
      case VULNERABILITY_ID ->
          text(
              orLast(
                  "case when f.type = 'PACKAGE_VULNERABILITY' then f.rule end",
                  order,
                  "",
                  "chr(1114111)"));
      case VULNERABILITY_SOURCE -> text(orLast("f.source", order, "", "chr(1114111)"));
      case VENDOR_SEVERITY -> text(orLast("f.vendor_severity", order, "", "chr(1114111)"));
      case IMAGE_REPOSITORY ->
          text(orLast("r.details ->> 'repository'", order, "", "chr(1114111)"));
      case IMAGE_REGISTRY -> text(orLast("r.details ->> 'registry'", order, "", "chr(1114111)"));
      case IMAGE_PUSHED ->
          moment(
              orLast(
                  "(r.details ->> 'pushedAt')::timestamptz",
                  order,
                  "-infinity",
                  "'infinity'::timestamptz"));
      case SCORE -> number(order, "f.score");
      case EPSS -> number(order, "f.epss");
      case NETWORK_PROTOCOL ->
          text(
              orLast(
                  "(select p.protocol from finding_content_port p where p.hash = f.content)",
                  order,
                  "",
                  "chr(1114111)"));
      case COMPONENT_TYPE ->
          text(
              orLast(
                  "(select c.type from finding_content_component c where c.hash = f.content"
                      + " and c.position = 0)",
                  order,
                  "",
                  "chr(1114111)"));
    };
  }

  private static SortExpression text(String sql) {
    return new SortExpression("(" + sql + ") collate \"C\"", "text");
  }

  private static SortExpression moment(String sql) {
    return new SortExpression(sql, "timestamptz");
  }

  private static SortExpression number(FindingOrder order, String column) {
    return new SortExpression(
        orLast(column, order, "-infinity", "'infinity'::double precision"), "double precision");
  }

  private static String orLast(String sql, FindingOrder order, String least, String greatest) {
    String missing = order.direction() == Direction.DESCENDING ? "'" + least + "'" : greatest;
    return "coalesce(" + sql + ", " + missing + ")";
  }
}
