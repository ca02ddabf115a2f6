package dev.assay.assessment.classic.run;

import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.transaction.TransactionException;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.assessment.transaction.Writing;
import dev.assay.assessment.work.Lease;
import dev.assay.assessment.work.LeaseLostException;
import dev.assay.assessment.work.QueueName;
import dev.assay.assessment.work.Work;
import dev.assay.assessment.work.WorkHandler;
import dev.assay.assessment.work.WorkQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Drives runs by leased work: an unfinished run always has a piece of work in the queue, which is
/// ended only in the transaction of a step, which queues the next piece or ends the run. So a run
/// goes on wherever a node dies, on any other node or on the same one when it is back.
public final class RunWork implements WorkHandler {
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
  @Override
  public void handle(Lease lease) {
    ClassicArn run = run(lease);
    try {
      transactions.change(writing -> step(writing, lease, run));
    } catch (TransactionException | LeaseLostException ofNoStep) {
      throw ofNoStep;
    } catch (RuntimeException failure) {
      if (!endAfterFailure(lease, run)) {
        work.retry(lease, PAUSE, String.valueOf(failure));
      }
    }
  }

  private void step(Writing writing, Lease lease, ClassicArn run) {
    // The run first, as whoever stops it does; then the work, before the step, which may be long.
    runs.lock(writing, run);
    work.complete(writing, lease);
    RunSteps.Next next = steps.step(writing, run);
    switch (next) {
      case RunSteps.Next.Step _ -> work.enqueue(writing, of(run, clock.instant()));
      case RunSteps.Next.Wait(Instant until) -> work.enqueue(writing, of(run, until));
      case RunSteps.Next.End _ -> {}
    }
  }

  /// Ends the run: it must not wait for work that nobody will do.
  @Override
  public void giveUp(Lease lease, String reason) {
    transactions.change(
        writing -> {
          unfinished(writing, run(lease)).ifPresent(run -> end(writing, run, reason));
          work.complete(writing, lease);
        });
  }

  /// Counts a failure, and ends the run after the last one.
  ///
  /// @return whether the run has ended
  private boolean endAfterFailure(Lease lease, ClassicArn arn) {
    return transactions.<Boolean>write(
        writing -> {
          Optional<AssessmentRun> run = unfinished(writing, arn);
          if (run.isPresent() && runs.countFailure(writing, arn) < MOST_FAILURES) {
            return false;
          }
          run.ifPresent(
              failed ->
                  end(writing, failed, "it failed again and again; the service's log says how"));
          work.complete(writing, lease);
          return true;
        });
  }

  private Optional<AssessmentRun> unfinished(Writing writing, ClassicArn run) {
    return runs.lock(writing, run).filter(locked -> !locked.state().isEnd());
  }

  private void end(Writing writing, AssessmentRun run, String reason) {
    evaluation.recordGivenUp(writing, run, reason);
    steps.happen(writing, run, RunEvent.GIVEN_UP);
  }

  private static ClassicArn run(Lease lease) {
    return ClassicArn.parse(lease.work().key()).orElseThrow();
  }
}
