package dev.assay.assessment.classic.run;

/// What brings a run from one state to another.
public enum RunEvent {
  /// A node took the run up.
  TAKEN_UP,
  /// The hosts of the target were determined.
  HOSTS_SELECTED,
  /// Collection has begun on every agent that answers.
  COLLECTION_BEGAN,
  /// The duration is over, or no host has an agent to wait for.
  COLLECTION_OVER,
  /// Every agent has stopped or was given up.
  AGENTS_STOPPED,
  /// What was collected is complete.
  EVALUATION_QUEUED,
  /// A node began to evaluate.
  EVALUATION_BEGAN,
  /// Every rules package was evaluated on every host.
  EVALUATED,
  /// As `EVALUATED`, but for what the run's exclusions name.
  EVALUATED_IN_PART,
  /// StopAssessmentRun with `START_EVALUATION`.
  STOPPED,
  /// StopAssessmentRun with `SKIP_EVALUATION`.
  CANCELLED,
  /// A step failed as often as it may, or every node died that took it.
  GIVEN_UP
}
