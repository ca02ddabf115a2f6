package dev.assay.assessment.classic.report;

import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.ClassicArn.Kind;
import dev.assay.assessment.classic.ClassicRefusal.Entity;
import dev.assay.assessment.classic.ClassicRefusal.NoSuchEntity;
import dev.assay.assessment.classic.ClassicRefusal.RunInProgress;
import dev.assay.assessment.classic.OwnArn;
import dev.assay.assessment.classic.run.AssessmentRun;
import dev.assay.assessment.classic.run.RunStore;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.assessment.work.QueueName;
import dev.assay.assessment.work.Work;
import dev.assay.assessment.work.WorkQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Hands out reports of ended runs. The first who asks has one written, as leased work; who asks
/// again when it is done gets its link.
public final class Reports {
  public static final QueueName QUEUE = new QueueName("classic-report");

  private static final Duration LINK_VALID = Duration.ofMinutes(15);

  private final Transactions transactions;
  private final ReportStore store;
  private final RunStore runs;
  private final ReportLinks links;
  private final WorkQueue work;
  private final InstantSource clock;

  public Reports(
      Transactions transactions,
      ReportStore store,
      RunStore runs,
      ReportLinks links,
      WorkQueue work,
      InstantSource clock) {
    this.transactions = transactions;
    this.store = store;
    this.runs = runs;
    this.links = links;
    this.work = work;
    this.clock = clock;
  }

  /// How far a report is, and where.
  ///
  /// @param link null unless it is complete
  public record Answer(ReportState state, @Nullable String link) {}

  /// What became of a report that failed is told once; who asks after that has it tried again.
  public Answer get(Tenant tenant, String run, ReportKey.Format format, ReportKey.Type type) {
    ReportKey key = new ReportKey(OwnArn.own(tenant, Kind.RUN, run), format, type);
    Instant now = clock.instant();
    ReportState state =
        transactions.write(
            writing -> {
              requireEnded(writing, key.run());
              Optional<ReportState> known = store.state(writing, key);
              if (known.isEmpty() || known.get() == ReportState.FAILED) {
                store.begin(writing, key, now);
                work.enqueue(writing, new Work(QUEUE, key.text(), "", now));
              }
              return known.orElse(ReportState.WORK_IN_PROGRESS);
            });
    return new Answer(state, state == ReportState.COMPLETED ? links.link(key, LINK_VALID) : null);
  }

  /// The report that a link leads to; empty where it is gone with its run.
  public Optional<byte[]> content(ReportKey key) {
    return transactions.read(reading -> store.content(reading, key));
  }

  private void requireEnded(Reading reading, ClassicArn run) {
    AssessmentRun known = runs.find(reading, List.of(run.toString())).get(run.toString());
    if (known == null) {
      throw new NoSuchEntity(Entity.RUN, run.toString());
    }
    if (!known.state().isEnd()) {
      throw new RunInProgress(List.of(run.toString()));
    }
  }
}
