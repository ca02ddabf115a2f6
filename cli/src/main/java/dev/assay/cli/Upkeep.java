package dev.assay.cli;

import dev.assay.assessment.aggregation.AggregationStore;
import dev.assay.assessment.evidence.Rejudging;
import dev.assay.assessment.reachability.NetworkIntake;
import dev.assay.assessment.retention.Retention;
import dev.assay.assessment.work.Lease;
import dev.assay.assessment.work.QueueName;
import dev.assay.assessment.work.Work;
import dev.assay.assessment.work.WorkHandler;
import dev.assay.server.Ground;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// Work that nobody asks for by name: new advisories judge what is known, networks are evaluated
/// again, what is over is removed, and what was counted is brought together.
final class Upkeep {
  private static final QueueName JUDGING = new QueueName("judge-again");
  private static final QueueName RETENTION = new QueueName("retention");
  private static final QueueName NETWORKS = new QueueName("networks");
  private static final QueueName COUNTS = new QueueName("counts");
  private static final String ONLY = "all";
  private static final Duration EACH_MINUTE = Duration.ofMinutes(1);
  private static final Duration DAILY = Duration.ofDays(1);
  private static final Duration OFTEN = Duration.ofSeconds(20);

  private final Ground ground;
  private final Rejudging rejudging;
  private final Retention retention;
  private final AggregationStore sums;
  private final NetworkIntake networks;

  Upkeep(
      Ground ground,
      Rejudging rejudging,
      Retention retention,
      AggregationStore sums,
      NetworkIntake networks) {
    this.ground = ground;
    this.rejudging = rejudging;
    this.retention = retention;
    this.sums = sums;
    this.networks = networks;
  }

  Map<QueueName, WorkHandler> handlers() {
    return Map.of(
        JUDGING,
        this::judge,
        RETENTION,
        this::expire,
        COUNTS,
        this::tidy,
        NETWORKS,
        this::evaluate);
  }

  /// Asks for all of it; where several nodes start, they are done once.
  void begin() {
    Instant now = ground.clock().instant();
    ground
        .transactions()
        .change(
            writing -> {
              ground.work().enqueue(writing, new Work(JUDGING, ONLY, "", now));
              ground.work().enqueue(writing, new Work(RETENTION, ONLY, "", now));
              ground.work().enqueue(writing, new Work(COUNTS, ONLY, "", now));
              ground.work().enqueue(writing, new Work(NETWORKS, ONLY, "", now));
            });
  }

  private void judge(Lease lease) {
    rejudging.run();
    again(lease, JUDGING, EACH_MINUTE);
  }

  private void evaluate(Lease lease) {
    networks.evaluateAgain();
    again(lease, NETWORKS, EACH_MINUTE);
  }

  private void expire(Lease lease) {
    retention.run();
    again(lease, RETENTION, DAILY);
  }

  /// Waits for nobody and makes nobody wait, so that no writer runs again because of it.
  private void tidy(Lease lease) {
    ground
        .transactions()
        .writeInTurn(
            writing -> {
              sums.tidy(writing);
              return null;
            });
    again(lease, COUNTS, OFTEN);
  }

  private void again(Lease lease, QueueName queue, Duration pause) {
    Instant next = ground.clock().instant().plus(pause);
    ground
        .transactions()
        .change(
            writing -> {
              ground.work().complete(writing, lease);
              ground.work().enqueue(writing, new Work(queue, ONLY, "", next));
            });
  }
}
