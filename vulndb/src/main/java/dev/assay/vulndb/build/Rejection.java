package dev.assay.vulndb.build;

import dev.assay.model.Advisory;
import dev.assay.model.AffectedPackage;
import dev.assay.model.VersionRange;
import dev.assay.model.VulnerabilityId;
import dev.assay.vulndb.record.Limits;
import org.jspecify.annotations.Nullable;

/// Why a record cannot be kept as it is: something in it is longer than any real one.
final class Rejection {
  private static final int MOST_VULNERABILITIES = 10_000;
  private static final int MOST_RANGES = 1_000;

  private Rejection() {}

  /// Why not, or null.
  static @Nullable String of(Advisory advisory) {
    if (isTooLong(advisory.id().value()) || isTooLong(advisory.source().value())) {
      return "the id is longer than " + Limits.NAME + " characters";
    }
    if (advisory.id().value().indexOf('\n') >= 0 || advisory.source().value().indexOf('\n') >= 0) {
      return "the id has several lines";
    }
    if (advisory.vulnerabilities().size() > MOST_VULNERABILITIES) {
      return "it names more than " + MOST_VULNERABILITIES + " vulnerabilities";
    }
    for (VulnerabilityId vulnerability : advisory.vulnerabilities()) {
      if (isTooLong(vulnerability.value())) {
        return "a vulnerability's name is longer than " + Limits.NAME + " characters";
      }
    }
    return null;
  }

  /// Why not, or null.
  static @Nullable String of(AffectedPackage affected) {
    boolean longName =
        isTooLong(affected.name())
            || isTooLong(affected.repository())
            || isTooLong(affected.ecosystem().toString())
            || isTooLong(affected.module())
            || isTooLong(affected.vendorSeverity());
    if (longName) {
      return "a name is longer than " + Limits.NAME + " characters";
    }
    if (affected.ranges().size() > MOST_RANGES) {
      return "it has more than " + MOST_RANGES + " version ranges";
    }
    for (VersionRange range : affected.ranges()) {
      if (isTooLong(range.introduced())
          || isTooLong(range.fixed())
          || isTooLong(range.lastAffected())) {
        return "a version is longer than " + Limits.NAME + " characters";
      }
    }
    return null;
  }

  static boolean isTooLong(@Nullable String text) {
    return text != null && text.length() > Limits.NAME;
  }
}
