package dev.assay.store.cis;

import dev.assay.assessment.cis.CisFacet;
import dev.assay.assessment.cis.CisQuestion;
import dev.assay.assessment.query.Criterion.TextCondition;
import dev.assay.assessment.query.InvalidPageTokenException;
import dev.assay.assessment.query.Page;
import dev.assay.assessment.query.PageRequest;
import dev.assay.store.Documents;
import dev.assay.store.sql.Comparisons;
import dev.assay.store.sql.SqlCondition;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/// A list under construction: a table `x` with a column `tie` that tells its rows apart, conditions
/// on it, and the order in which it is shown a page at a time. A page goes on behind the sort value
/// and the tie that ended the one before, whatever came or went meanwhile.
final class CisListing<F extends Enum<F> & CisFacet> {
  private final SqlCondition sql = new SqlCondition();
  private final Comparisons compare = new Comparisons(sql);
  private final CisQuestion<F> question;
  private final String whose;

  /// A list over a table.
  ///
  /// @param whose what else than the question makes the answer, so that a token of another scan or
  ///     tenant is not taken
  CisListing(CisQuestion<F> question, String whose) {
    this.question = question;
    this.whose = whose;
  }

  SqlCondition sql() {
    return sql;
  }

  /// Asks that a column meets the question's conditions on a facet, if it has any.
  void text(F facet, String column) {
    List<TextCondition> conditions = question.of(facet);
    if (!conditions.isEmpty()) {
      sql.append(" and ");
      compare.texts(conditions, condition -> compare.text(column, condition));
    }
  }

  /// Asks that a row of another table meets all of the question's conditions on a facet.
  ///
  /// @param rows up to its `where`, which ends with `and`
  void anyText(F facet, String rows, String column) {
    List<TextCondition> conditions = question.of(facet);
    if (!conditions.isEmpty()) {
      sql.append(" and exists (" + rows + " ");
      compare.texts(conditions, condition -> compare.text(column, condition));
      sql.append(")");
    }
  }

  void failed(String column) {
    if (!question.failed().isEmpty()) {
      sql.append(" and ");
      compare.any(
          question.failed(), range -> compare.within("x." + column, range.from(), range.to()));
    }
  }

  void started() {
    if (!question.started().isEmpty()) {
      sql.append(" and ");
      compare.any(
          question.started(), range -> compare.within("x.started_at", range.from(), range.to()));
    }
  }

  Comparisons compare() {
    return compare;
  }

  /// Answers a page.
  ///
  /// @param select what stands before the conditions; it ends with `where true`
  /// @param sort an expression that is never null, and its type
  <T> Page<T> page(
      Handle handle, String select, String sort, String type, PageRequest page, RowMapper<T> row) {
    String order = question.descending() ? " desc" : "";
    page.after()
        .map(token -> Token.parse(token, mark()))
        .ifPresent(
            token -> {
              sql.append(
                  " and (" + sort + ", x.tie) " + (question.descending() ? "<" : ">") + " (");
              sql.value(token.value()).append("::" + type + ", ").value(token.tie()).append(")");
            });
    sql.append(" order by " + sort + order + ", x.tie" + order + " limit ").value(page.size() + 1);
    List<Token> ends = new ArrayList<>();
    List<T> found =
        sql.bind(
                handle.createQuery(
                    select.replaceFirst(
                            "select ",
                            "select (" + sort + ")::text as page_sort, x.tie as page_tie, ")
                        + sql.sql()))
            .map(
                (columns, context) -> {
                  ends.add(
                      new Token(
                          mark(), columns.getString("page_sort"), columns.getString("page_tie")));
                  return row.map(columns, context);
                })
            .list();
    if (found.size() <= page.size()) {
      return new Page<>(found, Optional.empty());
    }
    return new Page<>(found.subList(0, page.size()), Optional.of(ends.get(page.size() - 1).text()));
  }

  private long mark() {
    CRC32C mark = new CRC32C();
    mark.update((whose + "|" + question).getBytes(StandardCharsets.UTF_8));
    return mark.getValue();
  }

  /// Where a page ended. It holds no secret and grants nothing.
  private record Token(long mark, String value, String tie) {
    static Token parse(String text, long mark) {
      Token token;
      try {
        token = Documents.read(Base64.getUrlDecoder().decode(text), Token.class);
      } catch (RuntimeException malformed) {
        throw new InvalidPageTokenException();
      }
      if (token.value == null || token.tie == null || token.mark != mark) {
        throw new InvalidPageTokenException();
      }
      return token;
    }

    String text() {
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Documents.bytes(this));
    }
  }
}
