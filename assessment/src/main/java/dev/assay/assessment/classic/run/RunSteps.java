package dev.assay.assessment.classic.run;

import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.subscription.InspectorEvent;
import dev.assay.assessment.classic.subscription.Notifier;
import dev.assay.assessment.transaction.Writing;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Takes a run one step further. What a step does and the state it leads to are one transaction,
/// and the run is locked while it lasts: however many nodes try, and wherever they die, each step
/// is done once.
final class RunSteps {
  private final RunStore runs;
  private final RunHosts hosts;
  private final RunEvaluation evaluation;
  private final Notifier notifier;
  private final InstantSource clock;

  RunSteps(
      RunStore runs,
      RunHosts hosts,
      RunEvaluation evaluation,
      Notifier notifier,
      InstantSource clock) {
    this.runs = runs;
    this.hosts = hosts;
    this.evaluation = evaluation;
    this.notifier = notifier;
    this.clock = clock;
  }

  /// What comes after a step.
  sealed interface Next {
    /// The next step, at once.
    record Step() implements Next {}

    /// The next step, at that moment.
    record Wait(Instant until) implements Next {}

    /// None: the run has ended, or is gone.
    record End() implements Next {}
  }

  Next step(Writing transaction, ClassicArn arn) {
    AssessmentRun run = runs.lock(transaction, arn).orElse(null);
    if (run == null || run.state().isEnd()) {
      return new Next.End();
    }
    return switch (run.state()) {
      case CREATED -> {
        notifier.tell(
            transaction, arn, InspectorEvent.ASSESSMENT_RUN_STARTED, null, clock.instant());
        yield happen(transaction, run, RunEvent.TAKEN_UP);
      }
      case START_DATA_COLLECTION_PENDING ->
          happen(transaction, hosts.select(transaction, run), RunEvent.HOSTS_SELECTED);
      case START_DATA_COLLECTION_IN_PROGRESS -> beginCollection(transaction, run);
      case COLLECTING_DATA -> collect(transaction, run);
      case STOP_DATA_COLLECTION_PENDING ->
          happen(transaction, hosts.select(transaction, run), RunEvent.AGENTS_STOPPED);
      case DATA_COLLECTED -> happen(transaction, run, RunEvent.EVALUATION_QUEUED);
      case START_EVALUATING_RULES_PENDING -> {
        evaluation.begin(transaction, run);
        yield happen(transaction, run, RunEvent.EVALUATION_BEGAN);
      }
      case EVALUATING_RULES -> evaluate(transaction, run);
      case FAILED, ERROR, COMPLETED, COMPLETED_WITH_ERRORS, CANCELED -> new Next.End();
    };
  }

  private Next beginCollection(Writing transaction, AssessmentRun run) {
    Instant now = clock.instant();
    boolean waits = runs.isAnyCollecting(transaction, run.arn());
    return happen(
        transaction,
        run.collectingUntil(waits ? now.plus(run.duration()) : now),
        RunEvent.COLLECTION_BEGAN);
  }

  private Next collect(Writing transaction, AssessmentRun run) {
    Instant end = run.collectionEndsAt();
    return end != null && end.isAfter(clock.instant())
        ? new Next.Wait(end)
        : happen(transaction, run, RunEvent.COLLECTION_OVER);
  }

  private Next evaluate(Writing transaction, AssessmentRun run) {
    if (evaluation.portion(transaction, run)) {
      return new Next.Step();
    }
    return happen(
        transaction,
        run,
        evaluation.isWhole(transaction, run) ? RunEvent.EVALUATED : RunEvent.EVALUATED_IN_PART);
  }

  /// Lets an event happen to a locked run: the new state, its place in the history, who is told.
  Next happen(Writing transaction, AssessmentRun run, RunEvent event) {
    Instant now = clock.instant();
    AssessmentRun after = run.after(event, now);
    runs.update(transaction, run, after);
    tell(transaction, after, InspectorEvent.ASSESSMENT_RUN_STATE_CHANGED, after.state().name());
    if (!after.state().isEnd()) {
      return new Next.Step();
    }
    if (event == RunEvent.CANCELLED) {
      evaluation.forget(transaction, run);
    } else {
      tell(transaction, after, InspectorEvent.FINDING_REPORTED, null);
    }
    tell(transaction, after, InspectorEvent.ASSESSMENT_RUN_COMPLETED, after.state().name());
    return new Next.End();
  }

  private void tell(
      Writing transaction, AssessmentRun run, InspectorEvent event, @Nullable String newState) {
    notifier.tell(transaction, run.arn(), event, newState, run.stateChangedAt());
  }
}
