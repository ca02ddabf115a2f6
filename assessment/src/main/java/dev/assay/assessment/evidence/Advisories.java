package dev.assay.assessment.evidence;

import dev.assay.match.AdvisorySource;

/// The advisories that are valid now: a port of the service.
@FunctionalInterface
public interface Advisories {
  Edition current();

  /// One state of the advisories.
  ///
  /// @param id two editions of the same id say the same
  record Edition(String id, AdvisorySource source) {}
}
