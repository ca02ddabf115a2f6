package dev.assay.assessment.classic.run;

import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.transaction.TransactionException;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.assessment.transaction.Writing;
import dev.assay.assessment.work.Lease;
import dev.assay.assessment.work.LeaseLostException;
import dev.assay.assessment.work.QueueName;
import dev.assay.assessment.work.Work;
import dev.assay.assessment.work.WorkQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Drives runs by leased work: an unfinished run always has a piece of work in the queue, which is
/// ended only in the transaction of a step, which queues the next piece or ends the run. So a run
/// goes on wherever a node dies, on any other node or on the same one when it is back.
public final class RunWork {
  public static final QueueName QUEUE = new QueueName("classic-run");

  /// After so many failures of one step the run is given up. A node that dies is no failure.
  static final int MOST_FAILURES = 5;

  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Transactions transactions;
  private final RunSteps steps;
  private final RunStore runs;
  private final RunEvaluation evaluation;
  private final WorkQueue work;
  private final InstantSource clock;

  RunWork(
      Transactions transactions,
      RunSteps steps,
      RunStore runs,
      RunEvaluation evaluation,
      WorkQueue work,
      InstantSource clock) {
    this.transactions = transactions;
    this.steps = steps;
    this.runs = runs;
    this.evaluation = evaluation;
    this.work = work;
    this.clock = clock;
  }

  static Work of(ClassicArn run, Instant at) {
    return new Work(QUEUE, run.toString(), "", at);
  }

  /// Takes the run one step further and queues the next, if there is one. A step that fails is
  /// tried again a little later, and in the end given up with its run: no run is stuck.
  ///
  /// @throws TransactionException where the store is the trouble; it says nothing of the run
  public void drive(Lease lease) {
    ClassicArn run = ClassicArn.parse(lease.work().key()).orElseThrow();
    try {
      transactions.change(writing -> step(writing, lease, run));
    } catch (TransactionException | LeaseLostException ofNoStep) {
      throw ofNoStep;
    } catch (RuntimeException failure) {
      if (!giveUp(lease, run)) {
        work.retry(lease, PAUSE, String.valueOf(failure));
      }
    }
  }

  private void step(Writing writing, Lease lease, ClassicArn run) {
    RunSteps.Next next = steps.step(writing, run);
    work.complete(writing, lease);
    switch (next) {
      case RunSteps.Next.Step _ -> work.enqueue(writing, of(run, clock.instant()));
      case RunSteps.Next.Wait(Instant until) -> work.enqueue(writing, of(run, until));
      case RunSteps.Next.End _ -> {}
    }
  }

  /// Counts a failure.
  ///
  /// @return whether it was the last one, and the run has ended
  private boolean giveUp(Lease lease, ClassicArn run) {
    return transactions.<Boolean>write(
        writing -> {
          AssessmentRun unfinished =
              runs.lock(writing, run).filter(locked -> !locked.state().isEnd()).orElse(null);
          if (unfinished == null) {
            work.complete(writing, lease);
            return true;
          }
          if (runs.countFailure(writing, run) < MOST_FAILURES) {
            return false;
          }
          evaluation.recordGivenUp(writing, unfinished);
          steps.happen(writing, unfinished, RunEvent.GIVEN_UP);
          work.complete(writing, lease);
          return true;
        });
  }
}
