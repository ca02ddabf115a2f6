package dev.assay.assessment.cis;

import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Where scans and their targets are kept: a port of the service.
public interface CisScanStore {
  void begin(Writing transaction, CisScan scan, List<CisTarget> targets);

  Optional<CisScan> find(Reading transaction, String arn);

  /// A configuration's scans that have not ended.
  List<CisScan> running(Reading transaction, String configuration);

  /// Keeps all others from ending the scan, or a target of it, until this transaction ends; in a
  /// transaction of `writeInTurn` what is read after it is the newest.
  void lock(Writing transaction, UUID scan);

  Optional<CisScan> find(Reading transaction, UUID scan);

  /// Keeps how the scan ended.
  void end(Writing transaction, CisScan scan);

  Optional<CisTarget> target(Reading transaction, UUID scan, Tenant tenant, String resource);

  Optional<CisTarget> ofJob(Reading transaction, Tenant tenant, String job);

  /// The targets of a resource that wait for results, of all scans; a session may have begun.
  List<CisTarget> waiting(Reading transaction, Tenant tenant, String resource);

  /// All targets of a scan, by account and resource.
  List<CisTarget> targets(Reading transaction, UUID scan);

  /// Keeps what came of a target.
  void replace(Writing transaction, CisTarget target);

  /// Counts the results of a job once more, for the target it belongs to.
  void count(Writing transaction, Tenant tenant, String job);

  /// Removes scans that were started before a moment and have ended, with their targets' results
  /// and sessions.
  ///
  /// @return how many
  int expire(Writing transaction, Instant startedBefore);

  /// Ends all targets of a scan that still wait.
  void endWaiting(Writing transaction, UUID scan, CisTarget.State state, String explanation);
}
