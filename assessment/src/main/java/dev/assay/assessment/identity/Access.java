package dev.assay.assessment.identity;

/// What an operation does, as far as permission to call it goes. Each operation has exactly one.
public enum Access {
  /// Shows what the account has, and changes nothing.
  READ,
  /// Changes targets, runs, filters, settings: what the service does for the account.
  CHANGE,
  /// Hands in what was read from a resource.
  SUBMIT,
  /// Assesses what the request itself holds, keeping nothing.
  SCAN,
  /// The agent's side: benchmark sessions, heartbeats.
  SESSION,
  /// Exchanges an enrolment token for an agent's key.
  ENROLL,
  /// Replaces the key that the request is signed with.
  OWN_KEY,
  /// Shows who did what.
  AUDIT,
  /// Changes who may do what.
  ADMINISTER
}
