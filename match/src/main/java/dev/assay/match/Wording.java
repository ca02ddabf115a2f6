package dev.assay.match;

import dev.assay.model.AffectedPackage;
import dev.assay.model.VendorStatus;
import dev.assay.model.VersionRange;
import java.util.List;

/// The sentences of a trace.
final class Wording {
  private Wording() {}

  static String statement(Statement statement) {
    AffectedPackage affected = statement.affected();
    StringBuilder text = new StringBuilder();
    text.append(statement.source()).append(' ').append(statement.advisory()).append(": ");
    text.append(
        affected.naming() == AffectedPackage.Naming.SOURCE ? "source package " : "package ");
    text.append(affected.name()).append(" in ").append(affected.ecosystem());
    if (!affected.repository().isEmpty()) {
      text.append(" (").append(affected.repository()).append(')');
    }
    if (affected.module() != null) {
      text.append(", module ").append(affected.module());
    }
    text.append(", status ").append(status(affected.status()));
    if (affected.vendorSeverity() != null) {
      text.append(", ").append(affected.vendorSeverity());
    }
    if (affected.note() != null && !affected.note().isBlank()) {
      text.append(", note: ").append(affected.note());
    }
    return text.toString();
  }

  static String naming(AffectedPackage.Naming naming) {
    return naming == AffectedPackage.Naming.SOURCE
        ? "the statement is on the source package of this name, not on the binary"
        : "the statement is on the binary package of this name, not on the source";
  }

  static String status(VendorStatus status) {
    return switch (status) {
      case FIXED -> "fixed";
      case AFFECTED -> "affected";
      case NOT_AFFECTED -> "not affected";
      case WILL_NOT_FIX -> "will not fix";
      case FIX_DEFERRED -> "fix deferred";
      case FIX_PENDING -> "fix pending";
      case OUT_OF_SUPPORT -> "out of support";
      case END_OF_LIFE -> "end of life";
      case UNDER_INVESTIGATION -> "under investigation";
    };
  }

  static String unfixed(VendorStatus status) {
    return switch (status) {
      case FIXED, AFFECTED -> "vulnerable, no fix yet";
      case NOT_AFFECTED -> "not vulnerable";
      case WILL_NOT_FIX -> "vulnerable, the vendor will not fix it";
      case FIX_DEFERRED -> "vulnerable, the vendor has put the fix off";
      case FIX_PENDING -> "vulnerable, a fix is being made";
      case OUT_OF_SUPPORT -> "vulnerable, and out of the vendor's support";
      case END_OF_LIFE -> "vulnerable, security support of the package has ended";
      case UNDER_INVESTIGATION -> "held to be vulnerable: the vendor has not decided yet";
    };
  }

  static String inside(String installed, VersionRange range) {
    if (range.fixed() != null) {
      return installed
          + " is lower than "
          + range.fixed()
          + ", which fixes it"
          + since(range, installed);
    }
    if (range.lastAffected() != null) {
      return installed + " is not higher than the last affected " + range.lastAffected();
    }
    return installed + " is vulnerable: no fixed version is known" + since(range, installed);
  }

  private static String since(VersionRange range, String installed) {
    return range.introduced() == null
        ? ""
        : ", and "
            + installed
            + " is not lower than "
            + range.introduced()
            + ", which introduced it";
  }

  static String outside(String installed, List<VersionRange> ranges) {
    if (ranges.size() == 1 && ranges.getFirst().fixed() != null) {
      return ranges.getFirst().introduced() == null
          ? installed + " is not lower than " + ranges.getFirst().fixed() + ", which fixes it"
          : installed + " is outside of " + range(ranges.getFirst());
    }
    return installed
        + " is outside of "
        + String.join(" and ", ranges.stream().map(Wording::range).toList());
  }

  private static String range(VersionRange range) {
    String from = range.introduced() == null ? "the first version" : range.introduced();
    if (range.fixed() != null) {
      return "[" + from + ", " + range.fixed() + ")";
    }
    return range.lastAffected() == null
        ? "[" + from + ", …)"
        : "[" + from + ", " + range.lastAffected() + "]";
  }
}
