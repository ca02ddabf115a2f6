package dev.assay.assessment.classic.subscription;

/// What a topic may be told, by Classic's own names.
public enum InspectorEvent {
  ASSESSMENT_RUN_STARTED,
  ASSESSMENT_RUN_COMPLETED,
  ASSESSMENT_RUN_STATE_CHANGED,
  FINDING_REPORTED,
  /// Nothing of this kind ever happens; a topic may wait for it.
  OTHER
}
