package dev.assay.assessment.retention;

import dev.assay.assessment.cis.CisScanStore;
import dev.assay.assessment.cis.CisSessionStore;
import dev.assay.assessment.evidence.AssessedPackages;
import dev.assay.assessment.finding.FindingStore;
import dev.assay.assessment.reachability.ConfigurationStore;
import dev.assay.assessment.transaction.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Removes what is over: findings that were closed long ago, contents that no finding has any more,
/// packages that no resource has, benchmark scans and sessions that are old, configurations of
/// networks that nobody hands in any more. Each kind in a transaction of its own; run again, it
/// removes what is left.
public final class Retention {
  /// For how long a closed finding is kept: Inspector v2's thirty days.
  public static final Duration CLOSED_FINDINGS = Duration.ofDays(30);

  /// For how long a content that no finding uses is kept; longer than any transaction.
  public static final Duration UNUSED_CONTENTS = Duration.ofDays(7);

  /// For how long a benchmark scan and its results are kept, from its start: Inspector v2's ninety
  /// days.
  public static final Duration BENCHMARK_SCANS = Duration.ofDays(90);

  /// For how long the configuration of a network is kept after it was last handed in.
  public static final Duration CONFIGURATIONS = Duration.ofDays(90);

  private final Transactions transactions;
  private final FindingStore findings;
  private final AssessedPackages packages;
  private final CisScanStore scans;
  private final CisSessionStore sessions;
  private final ConfigurationStore configurations;
  private final InstantSource clock;

  public Retention(
      Transactions transactions,
      FindingStore findings,
      AssessedPackages packages,
      CisScanStore scans,
      CisSessionStore sessions,
      ConfigurationStore configurations,
      InstantSource clock) {
    this.transactions = transactions;
    this.findings = findings;
    this.packages = packages;
    this.scans = scans;
    this.sessions = sessions;
    this.configurations = configurations;
    this.clock = clock;
  }

  /// Removes all that is over now.
  public void run() {
    Instant now = clock.instant();
    transactions.change(writing -> findings.expire(writing, now.minus(CLOSED_FINDINGS)));
    transactions.writeInTurn(
        writing -> findings.forgetContents(writing, now.minus(UNUSED_CONTENTS)));
    transactions.writeInTurn(packages::forgetUnused);
    transactions.change(
        writing -> {
          scans.expire(writing, now.minus(BENCHMARK_SCANS));
          sessions.expire(writing, now.minus(BENCHMARK_SCANS));
        });
    transactions.change(writing -> configurations.expire(writing, now.minus(CONFIGURATIONS)));
  }
}
