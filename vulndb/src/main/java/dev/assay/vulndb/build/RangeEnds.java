package dev.assay.vulndb.build;

import dev.assay.model.VersionRange;
import dev.assay.version.VersionScheme;
import dev.assay.vulndb.record.StatementShape;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is to be known of ranges by their numbers, the last ones kept: the packages that an
/// erratum updates together have the same ranges.
final class RangeEnds {
  private static final int KEPT = 1 << 14;

  private final Statements statements;
  private final @Nullable Known[] kept = new Known[KEPT];

  RangeEnds(Statements statements) {
    this.statements = statements;
  }

  Known of(int ranges, VersionScheme scheme) {
    Known known = kept[ranges & (KEPT - 1)];
    if (known == null || known.ranges != ranges || !Objects.equals(known.scheme, scheme)) {
      List<VersionRange> written = statements.rangesWithNumber(ranges);
      known = new Known(ranges, scheme, RangeEnd.of(written, scheme), StatementShape.of(written));
      kept[ranges & (KEPT - 1)] = known;
    }
    return known;
  }

  record Known(int ranges, VersionScheme scheme, RangeEnd end, StatementShape shape) {}
}
