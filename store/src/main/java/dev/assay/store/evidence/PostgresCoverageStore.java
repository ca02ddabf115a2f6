package dev.assay.store.evidence;

import dev.assay.assessment.coverage.Coverage;
import dev.assay.assessment.coverage.Coverage.Scan;
import dev.assay.assessment.coverage.CoverageQuery;
import dev.assay.assessment.coverage.CoverageStore;
import dev.assay.assessment.coverage.ScanStatus;
import dev.assay.assessment.query.InvalidPageTokenException;
import dev.assay.assessment.query.Page;
import dev.assay.assessment.query.PageRequest;
import dev.assay.assessment.transaction.Reading;
import dev.assay.model.NotEvaluated;
import dev.assay.store.Documents;
import dev.assay.store.Handles;
import dev.assay.store.resource.ResourceRow;
import dev.assay.store.sql.SqlCondition;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Coverage, drawn from evidence and resources.
public final class PostgresCoverageStore implements CoverageStore {

  /// What was assessed of resources, one row for each kind of scan.
  private static final String SCANS =
      """
      (select resource, 'PACKAGE' collate "C" as scan, status, gaps, judged_at, edition
       from evidence
       union all
       select resource, 'NETWORK', case when not told or as_of < now() - interval '12 hours'
         then 'STALE_INVENTORY' else 'SUCCESSFUL' end, '[]', as_of, network from network_report)
      """;

  /// Whether what came last came by the host's own agent.
  private static final String BY_AGENT =
      """
      coalesce((select way = 'AGENT' from provenance p
        where p.resource = r.number and e.scan = 'PACKAGE' and p.part = 'PACKAGES'
        order by last_at desc limit 1), false)
      """;

  @Override
  public Page<Coverage> list(Reading transaction, CoverageQuery query, PageRequest page) {
    SqlCondition sql = new SqlCondition();
    sql.append("select " + ResourceRow.COLUMNS);
    sql.append(", e.scan, " + CoverageSql.STATUS + " as status, " + BY_AGENT + " as agent");
    sql.append(", e.gaps, e.judged_at, e.edition");
    from(sql, query);
    page.after()
        .ifPresent(
            token ->
                sql.append(" and (r.id collate \"C\", r.number, e.scan) > (")
                    .value(Token.parse(token).id())
                    .append(", ")
                    .value(Token.parse(token).number())
                    .append(", ")
                    .value(Token.parse(token).scan().name())
                    .append(")"));
    sql.append(" order by r.id collate \"C\", r.number, e.scan limit ").value(page.size() + 1);
    List<Coverage> found =
        sql.query(Handles.of(transaction))
            .map(
                (row, context) ->
                    new Coverage(
                        ResourceRow.read(row),
                        Scan.valueOf(row.getString("scan")),
                        ScanStatus.valueOf(row.getString("status")),
                        row.getBoolean("agent"),
                        List.of(Documents.read(row.getString("gaps"), NotEvaluated[].class)),
                        row.getTimestamp("judged_at").toInstant(),
                        row.getString("edition")))
            .list();
    if (found.size() <= page.size()) {
      return new Page<>(found, Optional.empty());
    }
    List<Coverage> shown = found.subList(0, page.size());
    return new Page<>(shown, Optional.of(Token.after(shown.getLast()).text()));
  }

  @Override
  public SortedMap<String, Long> counts(
      Reading transaction, CoverageQuery query, CoverageQuery.Facet groupedBy) {
    SqlCondition sql = new SqlCondition();
    sql.append("select " + CoverageSql.expression(groupedBy) + " as value, count(*) as total");
    from(sql, query);
    sql.append(" group by 1");
    SortedMap<String, Long> counts = new TreeMap<>();
    sql.query(Handles.of(transaction))
        .map(
            (row, context) -> {
              String value = row.getString("value");
              if (value != null) {
                counts.put(value, row.getLong("total"));
              }
              return counts;
            })
        .list();
    return counts;
  }

  @Override
  public long count(Reading transaction, CoverageQuery query) {
    SqlCondition sql = new SqlCondition();
    sql.append("select count(*)");
    from(sql, query);
    return sql.query(Handles.of(transaction)).mapTo(Long.class).one();
  }

  private static void from(SqlCondition sql, CoverageQuery query) {
    sql.append(" from resource r join " + SCANS + " e on e.resource = r.number");
    sql.append(" left join agent a on e.scan = 'PACKAGE' and a.account = r.account");
    sql.append(" and a.region = r.region and a.resource_type = r.type and a.resource_id = r.id");
    sql.append(" where ");
    new CoverageSql(sql).holds(query);
  }

  /// Where a page ended.
  private record Token(String id, long number, Scan scan) {
    static Token after(Coverage last) {
      return new Token(last.resource().key().id(), last.resource().number(), last.scan());
    }

    static Token parse(String text) {
      try {
        String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        String[] parts = plain.split(" ", 3);
        return new Token(parts[2], Long.parseLong(parts[0]), Scan.valueOf(parts[1]));
      } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
        throw new InvalidPageTokenException();
      }
    }

    String text() {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString((number + " " + scan + " " + id).getBytes(StandardCharsets.UTF_8));
    }
  }
}
