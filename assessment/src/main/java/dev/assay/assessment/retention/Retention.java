package dev.assay.assessment.retention;

import dev.assay.assessment.cis.CisScanStore;
import dev.assay.assessment.cis.CisSessionStore;
import dev.assay.assessment.evidence.AssessedPackages;
import dev.assay.assessment.finding.FindingStore;
import dev.assay.assessment.reachability.ConfigurationStore;
import dev.assay.assessment.runtime.RuntimeStore;
import dev.assay.assessment.transaction.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Removes what is over: findings that were closed long ago, contents that no finding has any more,
/// packages that no resource has, benchmark scans and sessions that are old, configurations of
/// networks that nobody hands in any more, and what hosts did that have said nothing for long. Each
/// kind in a transaction of its own; run again, it removes what is left.
public final class Retention {
  /// For how long a closed finding is kept: Inspector v2's thirty days.
  public static final Duration CLOSED_FINDINGS = Duration.ofDays(30);

  /// For how long a content that no finding uses is kept; longer than any transaction.
  public static final Duration UNUSED_CONTENTS = Duration.ofDays(7);

  /// For how long a benchmark scan and its results are kept, from its start: Inspector v2's ninety
  /// days.
  public static final Duration BENCHMARK_SCANS = Duration.ofDays(90);

  /// For how long the newest sample of what a host does is kept: what it did before that tells
  /// nothing of what it does.
  public static final Duration RUNTIME_SAMPLES = Duration.ofDays(30);

  /// For how long the configuration of a network is kept after it was last handed in.
  public static final Duration CONFIGURATIONS = Duration.ofDays(90);

  private final Transactions transactions;
  private final FindingStore findings;
  private final AssessedPackages packages;
  private final CisScanStore scans;
  private final CisSessionStore sessions;
  private final RuntimeStore samples;
  private final ConfigurationStore configurations;
  private final InstantSource clock;

  public Retention(
      Transactions transactions,
      FindingStore findings,
      AssessedPackages packages,
      CisScanStore scans,
      CisSessionStore sessions,
      RuntimeStore samples,
      ConfigurationStore configurations,
      InstantSource clock) {
    this.transactions = transactions;
    this.findings = findings;
    this.packages = packages;
    this.scans = scans;
    this.sessions = sessions;
    this.samples = samples;
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
    transactions.change(writing -> samples.expire(writing, now.minus(RUNTIME_SAMPLES)));
    transactions.change(writing -> configurations.expire(writing, now.minus(CONFIGURATIONS)));
  }
}
