package dev.assay.store.finding;

import static java.util.Objects.requireNonNull;

import dev.assay.assessment.query.InvalidPageTokenException;
import dev.assay.store.Documents;
import java.util.Base64;

/// Where a page ended: the sort value and the number of its last finding. It holds no secret and
/// grants nothing: whose findings are answered is never read from it.
record PageToken(String value, long number) {
  /// A document from outside may lack it.
  PageToken {
    requireNonNull(value);
  }

  static PageToken parse(String token) {
    try {
      byte[] document = Base64.getUrlDecoder().decode(token);
      return requireNonNull(Documents.read(document, PageToken.class));
    } catch (RuntimeException malformed) {
      throw new InvalidPageTokenException();
    }
  }

  String text() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Documents.bytes(this));
  }
}
