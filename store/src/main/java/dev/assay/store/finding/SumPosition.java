package dev.assay.store.finding;

import static java.util.Objects.requireNonNull;

import dev.assay.assessment.query.InvalidPageTokenException;
import dev.assay.store.Documents;
import java.util.Base64;

/// Where a page of sums ended.
///
/// @param place the number that is sorted by, upwards
record SumPosition(long place, String account, String name, String detail) {
  /// A document from outside may lack any of them.
  SumPosition {
    requireNonNull(account);
    requireNonNull(name);
    requireNonNull(detail);
  }

  static SumPosition parse(String token) {
    try {
      byte[] document = Base64.getUrlDecoder().decode(token);
      return requireNonNull(Documents.read(document, SumPosition.class));
    } catch (RuntimeException malformed) {
      throw new InvalidPageTokenException();
    }
  }

  String text() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Documents.bytes(this));
  }
}
