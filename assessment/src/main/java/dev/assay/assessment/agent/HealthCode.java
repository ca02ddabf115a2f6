package dev.assay.assessment.agent;

/// How an agent says that it does, in Classic's codes. What was never said is no code.
public enum HealthCode {
  /// It waits for its next collection.
  IDLE,
  /// It collects for an assessment run.
  RUNNING,
  /// It was told to stop, and this was its last word.
  SHUTDOWN,
  /// Something that it should collect or keep cannot be; its details say what.
  UNHEALTHY,
  /// The service has told it to ask more slowly.
  THROTTLED
}
