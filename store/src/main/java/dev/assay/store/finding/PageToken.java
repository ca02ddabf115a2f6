package dev.assay.store.finding;

import dev.assay.assessment.query.FindingQuery;
import dev.assay.assessment.query.InvalidPageTokenException;
import dev.assay.store.Documents;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32C;

/// Where a page ended: the sort value and the number of its last finding, and a mark of the
/// question, so that a token is not taken for one of another. It holds no secret and grants
/// nothing: whose findings are answered is never read from it.
record PageToken(long question, String value, long number) {

  static PageToken parse(String token, FindingQuery query) {
    PageToken parsed;
    try {
      byte[] document = Base64.getUrlDecoder().decode(token);
      parsed = Documents.read(document, PageToken.class);
    } catch (RuntimeException malformed) {
      throw new InvalidPageTokenException();
    }
    if (parsed.value == null || parsed.question != mark(query)) {
      throw new InvalidPageTokenException();
    }
    return parsed;
  }

  static PageToken of(FindingQuery query, String value, long number) {
    return new PageToken(mark(query), value, number);
  }

  String text() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Documents.bytes(this));
  }

  private static long mark(FindingQuery query) {
    CRC32C mark = new CRC32C();
    mark.update(
        (query.accounts().stream().sorted().toList()
                + "|"
                + query.region()
                + "|"
                + query.criteria()
                + "|"
                + query.order())
            .getBytes(StandardCharsets.UTF_8));
    return mark.getValue();
  }
}
