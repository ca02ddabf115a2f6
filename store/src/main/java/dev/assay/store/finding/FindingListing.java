package dev.assay.store.finding;

import dev.assay.assessment.finding.StoredFinding;
import dev.assay.assessment.query.FindingOrder.Direction;
import dev.assay.assessment.query.FindingQuery;
import dev.assay.assessment.query.Page;
import dev.assay.assessment.query.PageRequest;
import dev.assay.assessment.tenant.AccountId;
import dev.assay.store.sql.SqlCondition;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Answers a question page by page. A page goes on behind the last finding of the one before, so
/// that what is written meanwhile neither repeats nor hides a finding that stays where it is.
final class FindingListing {
  private final Handle handle;
  private final FindingQuery query;
  private final SortExpression sort;

  FindingListing(Handle handle, FindingQuery query) {
    this.handle = handle;
    this.query = query;
    this.sort = SortExpression.of(query.order());
  }

  Page<StoredFinding> page(PageRequest request) {
    List<Placed> found = find(request);
    boolean more = found.size() > request.size();
    List<Placed> shown = more ? found.subList(0, request.size()) : found;
    Optional<String> next =
        more
            ? Optional.of(new PageToken(shown.getLast().value(), shown.getLast().number()).text())
            : Optional.empty();
    return new Page<>(shown.stream().map(Placed::finding).toList(), next);
  }

  /// One more than a page, to know whether another follows. The page's findings are chosen first,
  /// by their columns alone, and only theirs are joined with what they say.
  private List<Placed> find(PageRequest request) {
    String direction = direction();
    SqlCondition sql = new SqlCondition();
    sql.append("with page as materialized (");
    choose(sql, request);
    sql.append(") ");
    sql.append(
        FindingRow.SELECT.replaceFirst("select ", "select page.sort_value::text as sort_text, "));
    sql.append(" join page on page.number = f.number");
    sql.append(" order by page.sort_value" + direction + ", page.number" + direction);
    return sql.query(handle)
        .map(
            (row, context) ->
                new Placed(
                    FindingRow.read(row),
                    row.getString("sort_text"),
                    row.getLong("finding_number")))
        .list();
  }

  /// An index has the order within one account. Of several accounts, each one's own part of the
  /// page is looked up, and the page chosen among them.
  private void choose(SqlCondition sql, PageRequest request) {
    List<String> accounts = query.accounts().stream().map(AccountId::value).sorted().toList();
    if (accounts.size() == 1) {
      sql.append("select f.number, " + sort.sql() + " as sort_value");
      sql.append(" from finding f join resource r on r.number = f.resource where f.account = ");
      sql.value(accounts.getFirst());
      rest(sql, request);
      return;
    }
    sql.append("select each.* from unnest(").value(accounts.toArray(String[]::new));
    sql.append(") as seen(account) cross join lateral (");
    sql.append("select f.number, " + sort.sql() + " as sort_value");
    sql.append(" from finding f join resource r on r.number = f.resource");
    sql.append(" where f.account = seen.account collate \"C\"");
    rest(sql, request);
    sql.append(") as each order by sort_value" + direction() + ", number" + direction());
    sql.append(" limit ").value(request.size() + 1);
  }

  private void rest(SqlCondition sql, PageRequest request) {
    sql.append(" and f.region = ").value(query.region().value());
    sql.append(" and ");
    new CriteriaSql(sql).all(query.criteria());
    request
        .after()
        .map(PageToken::parse)
        .ifPresent(
            last ->
                sql.append(
                        " and (" + sort.sql() + ", f.number) " + (descending() ? "<" : ">") + " (")
                    .value(last.value())
                    .append("::" + sort.type() + ", ")
                    .value(last.number())
                    .append(")"));
    sql.append(" order by " + sort.sql() + direction() + ", f.number" + direction() + " limit ");
    sql.value(request.size() + 1);
  }

  private boolean descending() {
    return query.order().direction() == Direction.DESCENDING;
  }

  private String direction() {
    return descending() ? " desc" : "";
  }

  private record Placed(StoredFinding finding, String value, long number) {}
}
