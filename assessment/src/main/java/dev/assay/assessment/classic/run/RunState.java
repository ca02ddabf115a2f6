package dev.assay.assessment.classic.run;

/// Where a run is, by Classic's own names.
public enum RunState {
  CREATED,
  START_DATA_COLLECTION_PENDING,
  START_DATA_COLLECTION_IN_PROGRESS,
  COLLECTING_DATA,
  STOP_DATA_COLLECTION_PENDING,
  DATA_COLLECTED,
  START_EVALUATING_RULES_PENDING,
  EVALUATING_RULES,
  /// Evidence could not be collected; nothing was evaluated.
  FAILED,
  /// Evaluating the rules could not be ended, whatever was tried.
  ERROR,
  COMPLETED,
  /// Completed, but something was excluded from the assessment.
  COMPLETED_WITH_ERRORS,
  CANCELED;

  /// Whether the run has ended: nothing changes any more, and its findings may be seen.
  public boolean isEnd() {
    return switch (this) {
      case FAILED, ERROR, COMPLETED, COMPLETED_WITH_ERRORS, CANCELED -> true;
      case CREATED,
          START_DATA_COLLECTION_PENDING,
          START_DATA_COLLECTION_IN_PROGRESS,
          COLLECTING_DATA,
          STOP_DATA_COLLECTION_PENDING,
          DATA_COLLECTED,
          START_EVALUATING_RULES_PENDING,
          EVALUATING_RULES ->
          false;
    };
  }

  /// Whether collecting is over and done.
  public boolean hasData() {
    return switch (this) {
      case DATA_COLLECTED,
          START_EVALUATING_RULES_PENDING,
          EVALUATING_RULES,
          ERROR,
          COMPLETED,
          COMPLETED_WITH_ERRORS ->
          true;
      case CREATED,
          START_DATA_COLLECTION_PENDING,
          START_DATA_COLLECTION_IN_PROGRESS,
          COLLECTING_DATA,
          STOP_DATA_COLLECTION_PENDING,
          FAILED,
          CANCELED ->
          false;
    };
  }
}
