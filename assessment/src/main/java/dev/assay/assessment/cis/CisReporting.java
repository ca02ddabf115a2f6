package dev.assay.assessment.cis;

import dev.assay.assessment.cis.CisTarget.State;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What sessions and benchmarks that are handed in mean for the scans that wait for them.
public final class CisReporting {
  private final CisRounds rounds;
  private final CisScanStore scans;
  private final CisSessionStore sessions;

  public CisReporting(CisRounds rounds, CisScanStore scans, CisSessionStore sessions) {
    this.rounds = rounds;
    this.scans = scans;
    this.sessions = sessions;
  }

  /// Whether a job takes results: it waits for them, or is none of ours.
  public boolean isOpen(Reading reading, Tenant tenant, String job) {
    return scans
        .ofJob(reading, tenant, job)
        .map(target -> target.state() == State.WAITING)
        .orElse(true);
  }

  /// Keeps results of a session.
  public void report(Writing writing, CisSession session, List<CheckResult> results) {
    sessions.report(writing, session.tenant(), session.job(), results);
    scans.count(writing, session.tenant(), session.job());
  }

  /// Ends a job's target as its session ended. One that says it is done and reported nothing has
  /// not evaluated anything.
  ///
  /// @param platform of the host, as the session knows it
  public void stopped(
      Writing writing, CisSession session, State state, String reason, @Nullable String platform) {
    Optional<CisTarget> target = scans.ofJob(writing, session.tenant(), session.job());
    if (target.isEmpty() || target.get().state() != State.WAITING) {
      return;
    }
    CisTarget known = target.get().on(platform);
    rounds.settle(
        writing,
        state != State.COMPLETED
            ? known.ended(state, reason)
            : hasResults(writing, session)
                ? known.ended(State.COMPLETED, "")
                : known.ended(State.CANCELLED, "its session ended without any result"));
  }

  private boolean hasResults(Reading reading, CisSession session) {
    return !sessions
        .results(reading, session.tenant(), session.job(), Optional.empty(), 1)
        .isEmpty();
  }

  /// Gives a resource's results to all scans that wait for them. A scan of the first level takes
  /// its rules alone; one of the second level needs a benchmark of the second level. A scan that a
  /// session has begun to answer takes them from whoever began the session, and goes on waiting for
  /// its end: a session's own messages have no room for what the content says of a rule.
  ///
  /// @param from the identity that hands them in
  /// @return how many scans it answered
  public int answer(
      Writing writing, Tenant tenant, String resource, String from, BenchmarkReport report) {
    int answered = 0;
    for (CisTarget target : scans.waiting(writing, tenant, resource)) {
      CisScan scan = scans.find(writing, target.scan()).orElseThrow();
      boolean isOfNow = !report.evaluatedAt().isBefore(scan.startedAt());
      if (isOfNow
          && report.level().includes(scan.level())
          && answer(writing, scan, target, from, report)) {
        answered++;
      }
    }
    return answered;
  }

  private boolean answer(
      Writing writing, CisScan scan, CisTarget target, String from, BenchmarkReport report) {
    Optional<CisSession> session = sessions.find(writing, target.tenant(), target.job());
    if (session.isPresent() && !session.get().agent().equals(from)) {
      return false;
    }
    List<CheckResult> results = report.results(scan.level());
    sessions.report(writing, target.tenant(), target.job(), results);
    if (session.isEmpty()) {
      rounds.settle(
          writing,
          results.isEmpty()
              ? target.ended(State.CANCELLED, "its benchmark has no rule of the scan's level")
              : target.on(report.platform()).ended(State.COMPLETED, ""));
    }
    return true;
  }
}
