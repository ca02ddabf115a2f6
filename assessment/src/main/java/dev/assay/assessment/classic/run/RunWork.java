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

/// Drives runs by leased work: an unfinished run always has a piece of work in the queue, which is
/// given up only in the transaction that ends the run or that queues the next piece. So a run goes
/// on wherever a node dies, on any other node or on the same one when it is back.
public final class RunWork {
  public static final QueueName QUEUE = new QueueName("classic-run");

  /// After so many failures of one step the run is given up. A node that dies is no failure.
  static final int MOST_FAILURES = 5;

  private static final Duration TERM = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Transactions transactions;
  private final RunSteps steps;
  private final RunStore runs;
  private final RunEvaluation evaluation;
  private final WorkQueue work;

  RunWork(
      Transactions transactions,
      RunSteps steps,
      RunStore runs,
      RunEvaluation evaluation,
      WorkQueue work) {
    this.transactions = transactions;
    this.steps = steps;
    this.runs = runs;
    this.evaluation = evaluation;
    this.work = work;
  }

  static Work of(ClassicArn run, Instant at) {
    return new Work(QUEUE, run.toString(), "", at);
  }

  /// Goes on with the run until it has to wait, or has ended, or the lease is lost. A step that
  /// fails is tried again a little later, and in the end given up with its run: no run is stuck.
  ///
  /// @throws TransactionException where the store is the trouble; it says nothing of the run
  public void drive(Lease lease) {
    ClassicArn run = ClassicArn.parse(lease.work().key()).orElseThrow();
    try {
      go(lease, run);
    } catch (TransactionException | LeaseLostException ofNoStep) {
      throw ofNoStep;
    } catch (RuntimeException failure) {
      if (!giveUp(lease, run)) {
        work.retry(lease, PAUSE, String.valueOf(failure));
      }
    }
  }

  private void go(Lease lease, ClassicArn run) {
    while (transactions.write(writing -> step(writing, lease, run)) instanceof RunSteps.Next.Step) {
      if (!work.extend(lease, TERM)) {
        return;
      }
    }
  }

  private RunSteps.Next step(Writing writing, Lease lease, ClassicArn run) {
    RunSteps.Next next = steps.step(writing, run);
    switch (next) {
      case RunSteps.Next.Step _ -> {}
      case RunSteps.Next.Wait(Instant until) -> {
        work.complete(writing, lease);
        work.enqueue(writing, of(run, until));
      }
      case RunSteps.Next.End _ -> work.complete(writing, lease);
    }
    return next;
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
