package dev.assay.assessment.classic.run;

import static dev.assay.assessment.classic.run.RunState.CANCELED;
import static dev.assay.assessment.classic.run.RunState.COLLECTING_DATA;
import static dev.assay.assessment.classic.run.RunState.COMPLETED;
import static dev.assay.assessment.classic.run.RunState.COMPLETED_WITH_ERRORS;
import static dev.assay.assessment.classic.run.RunState.DATA_COLLECTED;
import static dev.assay.assessment.classic.run.RunState.ERROR;
import static dev.assay.assessment.classic.run.RunState.EVALUATING_RULES;
import static dev.assay.assessment.classic.run.RunState.FAILED;
import static dev.assay.assessment.classic.run.RunState.START_DATA_COLLECTION_IN_PROGRESS;
import static dev.assay.assessment.classic.run.RunState.START_DATA_COLLECTION_PENDING;
import static dev.assay.assessment.classic.run.RunState.START_EVALUATING_RULES_PENDING;
import static dev.assay.assessment.classic.run.RunState.STOP_DATA_COLLECTION_PENDING;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The table of a run's states: from which state which event leads where. What is not in it does
/// not happen.
///
/// The straight way is down the first column of names. Stopping leads onto it further down;
/// cancelling and giving up leave it, from anywhere.
public final class RunTransitions {
  private RunTransitions() {}

  /// Empty where the event does not happen in that state.
  public static Optional<RunState> next(RunState state, RunEvent event) {
    return Optional.ofNullable(
        switch (state) {
          case CREATED ->
              switch (event) {
                case TAKEN_UP -> START_DATA_COLLECTION_PENDING;
                case STOPPED -> STOP_DATA_COLLECTION_PENDING;
                default -> leave(event, FAILED);
              };
          case START_DATA_COLLECTION_PENDING ->
              switch (event) {
                case HOSTS_SELECTED -> START_DATA_COLLECTION_IN_PROGRESS;
                case STOPPED -> STOP_DATA_COLLECTION_PENDING;
                default -> leave(event, FAILED);
              };
          case START_DATA_COLLECTION_IN_PROGRESS ->
              switch (event) {
                case COLLECTION_BEGAN -> COLLECTING_DATA;
                case STOPPED -> STOP_DATA_COLLECTION_PENDING;
                default -> leave(event, FAILED);
              };
          case COLLECTING_DATA ->
              switch (event) {
                case COLLECTION_OVER, STOPPED -> STOP_DATA_COLLECTION_PENDING;
                default -> leave(event, FAILED);
              };
          case STOP_DATA_COLLECTION_PENDING ->
              event == RunEvent.AGENTS_STOPPED ? DATA_COLLECTED : leave(event, FAILED);
          case DATA_COLLECTED ->
              event == RunEvent.EVALUATION_QUEUED
                  ? START_EVALUATING_RULES_PENDING
                  : leave(event, ERROR);
          case START_EVALUATING_RULES_PENDING ->
              event == RunEvent.EVALUATION_BEGAN ? EVALUATING_RULES : leave(event, ERROR);
          case EVALUATING_RULES ->
              switch (event) {
                case EVALUATED -> COMPLETED;
                case EVALUATED_IN_PART -> COMPLETED_WITH_ERRORS;
                default -> leave(event, ERROR);
              };
          case FAILED, ERROR, COMPLETED, COMPLETED_WITH_ERRORS, CANCELED -> null;
        });
  }

  private static @Nullable RunState leave(RunEvent event, RunState givenUp) {
    return switch (event) {
      case CANCELLED -> CANCELED;
      case GIVEN_UP -> givenUp;
      default -> null;
    };
  }
}
