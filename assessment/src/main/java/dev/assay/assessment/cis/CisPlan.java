package dev.assay.assessment.cis;

import dev.assay.assessment.schedule.Recurrence.Decision;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.assessment.transaction.Writing;
import dev.assay.assessment.work.Lease;
import dev.assay.assessment.work.QueueName;
import dev.assay.assessment.work.Work;
import dev.assay.assessment.work.WorkQueue;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Configurations, and the scans that come of them in time. What is due is leased work: it is begun
/// once, by whichever node has time, also after a restart.
public final class CisPlan {
  public static final QueueName QUEUE = new QueueName("cis-configuration");

  private final Transactions transactions;
  private final CisConfigurationStore configurations;
  private final CisRounds rounds;
  private final WorkQueue work;
  private final InstantSource clock;

  public CisPlan(
      Transactions transactions,
      CisConfigurationStore configurations,
      CisRounds rounds,
      WorkQueue work,
      InstantSource clock) {
    this.transactions = transactions;
    this.configurations = configurations;
    this.rounds = rounds;
    this.work = work;
    this.clock = clock;
  }

  /// Keeps a configuration and plans its first scan.
  public CisConfiguration create(
      Writing writing,
      Tenant tenant,
      String name,
      CisLevel level,
      CisSchedule schedule,
      CisTargets targets,
      Map<String, String> tags) {
    Instant now = clock.instant();
    CisConfiguration configuration =
        new CisConfiguration(
            tenant,
            UUID.randomUUID(),
            name,
            level,
            schedule,
            targets,
            tags,
            now,
            now.minusMillis(1));
    configurations.add(writing, configuration);
    plan(writing, configuration);
    return configuration;
  }

  /// A tenant's configuration.
  public Optional<CisConfiguration> find(Reading reading, Tenant tenant, String arn) {
    return configurations
        .find(reading, arn)
        .filter(configuration -> configuration.tenant().equals(tenant));
  }

  /// Keeps a configuration as it was changed. A scan that has begun goes on as it was begun.
  ///
  /// @param schedule null to go on with the one it has; any other begins anew
  public void change(Writing writing, CisConfiguration changed, @Nullable CisSchedule schedule) {
    CisConfiguration kept =
        schedule == null ? changed : changed.scheduled(schedule, clock.instant());
    configurations.replace(writing, kept);
    plan(writing, kept);
  }

  /// Forgets a configuration and calls its scans off that have not ended; those that have, stay.
  public void delete(Writing writing, CisConfiguration known) {
    configurations.remove(writing, known);
    rounds.cancel(writing, known, "its configuration was deleted before it ended");
  }

  /// Begins the scan that is due, and plans the next one.
  public void begin(Lease lease) {
    transactions.change(
        writing -> {
          work.complete(writing, lease);
          configurations
              .find(writing, lease.work().key())
              .ifPresent(known -> decide(writing, known));
        });
  }

  private void decide(Writing writing, CisConfiguration known) {
    Instant now = clock.instant();
    Decision decision = known.recurrence().decide(now, false);
    if (decision instanceof Decision.Begin) {
      rounds.begin(writing, known, now);
    }
    CisConfiguration seen = known.seen(now);
    configurations.replace(writing, seen);
    plan(writing, seen);
  }

  private void plan(Writing writing, CisConfiguration configuration) {
    configuration
        .recurrence()
        .schedule()
        .next(configuration.seenTo(), configuration.begunAt())
        .ifPresent(next -> work.enqueue(writing, new Work(QUEUE, configuration.arn(), "", next)));
  }
}
