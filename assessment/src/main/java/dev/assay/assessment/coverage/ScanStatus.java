package dev.assay.assessment.coverage;

import dev.assay.model.Assessment;
import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.NotEvaluated.Reason;
import java.util.List;

/// Whether a resource's packages are assessed, in Inspector v2's words.
public enum ScanStatus {
  /// They are; single gaps are listed beside it.
  SUCCESSFUL,
  /// Its operating system is unknown, or there are no advisories for it.
  UNSUPPORTED_OS,
  /// No package database could be read.
  NO_INVENTORY,
  /// Its agent has fallen silent: what is known of it is old.
  STALE_INVENTORY,
  /// Something else is missing as a whole; the gaps say what.
  INTERNAL_ERROR;

  /// `ACTIVE` or `INACTIVE`, Inspector's scan status code.
  public boolean isActive() {
    return this == SUCCESSFUL;
  }

  /// The status that an assessment leaves a resource in.
  public static ScanStatus of(Assessment assessment) {
    List<Reason> whole =
        assessment.notEvaluated().stream()
            .filter(gap -> gap.gap() == Gap.WHOLE)
            .map(NotEvaluated::reason)
            .toList();
    if (whole.isEmpty()) {
      return SUCCESSFUL;
    }
    if (whole.contains(Reason.UNKNOWN_OS) || whole.contains(Reason.NO_ADVISORIES)) {
      return UNSUPPORTED_OS;
    }
    return whole.contains(Reason.UNREADABLE) || whole.contains(Reason.UNPARSEABLE)
        ? NO_INVENTORY
        : INTERNAL_ERROR;
  }
}
