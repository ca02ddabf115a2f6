package dev.assay.vulndb.record;

import dev.assay.model.VersionRange;
import java.util.List;

/// How the ranges of a statement are written in a package block, told by two bits.
public enum StatementShape {
  /// No range: every version, or none where the status says so.
  NONE,
  /// The one range without ends.
  EVERYTHING,
  /// The one range that ends at the version of the group.
  BEFORE_GROUP,
  /// Ranges follow.
  WRITTEN_OUT;

  public static final int BITS = 2;

  private static final List<StatementShape> ALL =
      List.of(NONE, EVERYTHING, BEFORE_GROUP, WRITTEN_OUT);
  private static final List<VersionRange> EVERY_VERSION = List.of(VersionRange.everything());

  /// The shape of ranges of a statement in a group.
  public static StatementShape of(List<VersionRange> ranges) {
    if (ranges.isEmpty()) {
      return NONE;
    }
    if (ranges.size() > 1) {
      return WRITTEN_OUT;
    }
    VersionRange only = ranges.getFirst();
    if (only.introduced() != null || only.lastAffected() != null) {
      return WRITTEN_OUT;
    }
    return only.fixed() == null ? EVERYTHING : BEFORE_GROUP;
  }

  public static StatementShape ofBits(int bits) {
    return ALL.get(bits & 3);
  }

  public int bits() {
    return ALL.indexOf(this);
  }

  public static List<VersionRange> everyVersion() {
    return EVERY_VERSION;
  }
}
