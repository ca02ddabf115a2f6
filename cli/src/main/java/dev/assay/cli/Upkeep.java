package dev.assay.cli;

import dev.assay.assessment.evidence.EvidenceIntake;
import dev.assay.assessment.finding.FindingStore;
import dev.assay.assessment.work.Lease;
import dev.assay.assessment.work.QueueName;
import dev.assay.assessment.work.Work;
import dev.assay.assessment.work.WorkHandler;
import dev.assay.server.Ground;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// Work that nobody asks for by name: evidence is judged again by new advisories, and findings that
/// were closed long ago are removed.
final class Upkeep {
  private static final QueueName JUDGING = new QueueName("judge-again");
  private static final QueueName RETENTION = new QueueName("retention");
  private static final String ONLY = "all";
  private static final int BATCH = 50;
  private static final Duration KEPT_CLOSED = Duration.ofDays(30);
  private static final Duration DAILY = Duration.ofDays(1);

  private final Ground ground;
  private final EvidenceIntake intake;
  private final FindingStore findings;

  Upkeep(Ground ground, EvidenceIntake intake, FindingStore findings) {
    this.ground = ground;
    this.intake = intake;
    this.findings = findings;
  }

  Map<QueueName, WorkHandler> handlers() {
    return Map.of(JUDGING, this::judge, RETENTION, this::expire);
  }

  /// Asks for both; where several nodes start, they are done once.
  void begin() {
    Instant now = ground.clock().instant();
    ground
        .transactions()
        .change(
            writing -> {
              ground.work().enqueue(writing, new Work(JUDGING, ONLY, "", now));
              ground.work().enqueue(writing, new Work(RETENTION, ONLY, "", now));
            });
  }

  private void judge(Lease lease) {
    int judged;
    do {
      judged = intake.judgeAgain(BATCH);
    } while (judged == BATCH);
    ground.transactions().change(writing -> ground.work().complete(writing, lease));
  }

  private void expire(Lease lease) {
    Instant now = ground.clock().instant();
    ground
        .transactions()
        .change(
            writing -> {
              findings.expire(writing, now.minus(KEPT_CLOSED));
              ground.work().complete(writing, lease);
              ground.work().enqueue(writing, new Work(RETENTION, ONLY, "", now.plus(DAILY)));
            });
  }
}
