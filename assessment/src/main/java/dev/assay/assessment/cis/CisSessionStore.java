package dev.assay.assessment.cis;

import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where sessions and their results are kept: a port of the service.
public interface CisSessionStore {

  /// Keeps a new session.
  ///
  /// @return false where the tenant has one of that job
  boolean add(Writing transaction, CisSession session);

  /// Keeps a session in place of the one of its job.
  void replace(Writing transaction, CisSession session);

  Optional<CisSession> find(Reading transaction, Tenant tenant, String job);

  /// Keeps results of a job; of a rule that is reported again the newest counts.
  void report(Writing transaction, Tenant tenant, String job, List<CheckResult> results);

  /// Removes sessions that were started before a moment, with their results, but for those of a
  /// scan that is kept.
  ///
  /// @return how many
  int expire(Writing transaction, Instant startedBefore);

  /// A job's results, by rule, behind `after`.
  List<CheckResult> results(
      Reading transaction, Tenant tenant, String job, Optional<String> after, int atMost);
}
