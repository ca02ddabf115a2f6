package dev.assay.store.finding;

import dev.assay.assessment.aggregation.Aggregate;
import dev.assay.assessment.aggregation.Aggregate.Sums;
import dev.assay.assessment.aggregation.AggregationOrder;
import dev.assay.assessment.aggregation.AggregationQuery;
import dev.assay.assessment.aggregation.Group;
import dev.assay.assessment.aggregation.Grouping;
import dev.assay.assessment.query.FindingOrder.Direction;
import dev.assay.assessment.query.Page;
import dev.assay.assessment.query.PageRequest;
import dev.assay.assessment.tenant.AccountId;
import dev.assay.store.resource.ResourceRow;
import dev.assay.store.sql.Comparisons;
import dev.assay.store.sql.SqlCondition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Sums findings up and answers page by page. A page goes on behind the last sum of the one before:
/// a group whose number stays as it is, is neither repeated nor hidden by what is written
/// meanwhile.
final class AggregationListing {
  private final Handle handle;
  private final AggregationQuery query;
  private final boolean counted;

  AggregationListing(Handle handle, AggregationQuery query) {
    this.handle = handle;
    this.query = query;
    this.counted = CountedFacets.answer(query);
  }

  Page<Aggregate> page(PageRequest request) {
    List<Placed> found = find(request);
    if (found.size() <= request.size()) {
      return new Page<>(found.stream().map(Placed::aggregate).toList(), Optional.empty());
    }
    List<Placed> shown = found.subList(0, request.size());
    return new Page<>(
        shown.stream().map(Placed::aggregate).toList(),
        Optional.of(shown.getLast().position().text()));
  }

  /// One more than a page, to know whether another follows.
  private List<Placed> find(PageRequest request) {
    SqlCondition sql = new SqlCondition();
    sql.append("with sums as materialized (");
    sums(sql);
    sql.append("), page as materialized (select *, " + place() + " as place from sums");
    request
        .after()
        .map(SumPosition::parse)
        .ifPresent(
            last ->
                sql.append(" where (" + place() + ", account, name, detail) > (")
                    .value(last.place())
                    .append(", ")
                    .value(last.account())
                    .append(", ")
                    .value(last.name())
                    .append(", ")
                    .value(last.detail())
                    .append(")"));
    sql.append(" order by place, account, name, detail limit ").value(request.size() + 1);
    sql.append(") select page.*");
    if (query.grouping().isByResource()) {
      sql.append(", " + ResourceRow.COLUMNS + " from page join resource r on r.number = page.one");
    } else {
      sql.append(" from page");
    }
    sql.append(" order by page.place, page.account, page.name, page.detail");
    return sql.query(handle).map((row, context) -> placed(row)).list();
  }

  /// The number that is sorted by, upwards.
  private String place() {
    AggregationOrder order = query.order();
    String number =
        switch (order.key()) {
          case ALL -> "every";
          case HIGH -> "high";
          case CRITICAL -> "critical";
          case NETWORK_REACHABILITY -> "network";
          case RESOURCES -> "resources";
        };
    return order.direction() == Direction.DESCENDING ? "-" + number : number;
  }

  private void sums(SqlCondition sql) {
    GroupExpression group = GroupExpression.of(query.grouping());
    sql.append("select f.account, (" + group.name() + ") collate \"C\" as name, (");
    sql.append(group.detail() + ") collate \"C\" as detail, ");
    String number = counted ? "coalesce(sum(f.change)%s, 0)::bigint" : "count(*)%s";
    sql.append(number.formatted("") + " as every");
    sum(sql, number, "f.severity = 3", "medium");
    sum(sql, number, "f.severity = 4", "high");
    sum(sql, number, "f.severity = 5", "critical");
    sum(sql, number, "f.exploit", "exploit");
    sum(sql, number, "f.fix in ('YES', 'PARTIAL')", "fix");
    sum(sql, number, "f.type = 'NETWORK_REACHABILITY'", "network");
    sql.append(countsResources() ? ", count(distinct f.resource)" : ", 0::bigint");
    sql.append(" as resources");
    sql.append(query.grouping().isByResource() ? ", min(f.resource) as one" : "");
    from(sql);
    where(sql, group);
    sql.append(" group by 1, 2, 3");
    sql.append(counted ? " having sum(f.change) <> 0" : "");
  }

  private static void sum(SqlCondition sql, String number, String which, String name) {
    sql.append(", " + number.formatted(" filter (where " + which + ")") + " as " + name);
  }

  /// Telling resources apart is dear, and asked for of these alone.
  private boolean countsResources() {
    return query.grouping() == Grouping.IMAGE_REPOSITORY || query.grouping() == Grouping.HOST_IMAGE;
  }

  private void from(SqlCondition sql) {
    if (counted) {
      sql.append(" from finding_count f");
      return;
    }
    sql.append(" from finding f join resource r on r.number = f.resource");
    if (query.grouping() == Grouping.PACKAGE) {
      sql.append(" join (select distinct hash, name from finding_content_package) p");
      sql.append(" on p.hash = f.content");
    }
  }

  private void where(SqlCondition sql, GroupExpression group) {
    sql.append(" where f.account = any(")
        .value(query.accounts().stream().map(AccountId::value).sorted().toArray(String[]::new))
        .append(") and f.region = ")
        .value(query.region().value());
    query
        .grouping()
        .resources()
        .ifPresent(type -> sql.append(" and f.resource_type = ").value(type.name()));
    sql.append(" and " + group.name() + " is not null and ");
    Comparisons compare = new Comparisons(sql);
    compare.texts(query.names(), name -> compare.text(group.name(), name));
    sql.append(" and ");
    new CriteriaSql(sql).all(query.criteria());
  }

  private record Placed(Aggregate aggregate, SumPosition position) {}

  private Placed placed(ResultSet row) throws SQLException {
    Aggregate aggregate =
        new Aggregate(
            new AccountId(row.getString("account")),
            group(row),
            new Sums(
                row.getLong("every"),
                row.getLong("medium"),
                row.getLong("high"),
                row.getLong("critical"),
                row.getLong("exploit"),
                row.getLong("fix"),
                row.getLong("network"),
                row.getLong("resources")));
    return new Placed(
        aggregate,
        new SumPosition(
            row.getLong("place"),
            row.getString("account"),
            row.getString("name"),
            row.getString("detail")));
  }

  private Group group(ResultSet row) throws SQLException {
    String name = row.getString("name");
    String detail = row.getString("detail");
    return switch (query.grouping()) {
      case ACCOUNT -> new Group.Whole();
      case PACKAGE, IMAGE_REPOSITORY, HOST_IMAGE -> new Group.Named(name);
      case TITLE -> new Group.Titled(name, detail.isEmpty() ? null : detail);
      case HOST, CONTAINER_IMAGE, FUNCTION, CODE_REPOSITORY ->
          new Group.OfResource(ResourceRow.read(row));
    };
  }
}
