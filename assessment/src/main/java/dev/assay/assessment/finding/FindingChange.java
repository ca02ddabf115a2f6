package dev.assay.assessment.finding;

/// What an assessment changes in what is known of a resource.
public sealed interface FindingChange {

  /// Observed for the first time, or again so long after it was closed that it begins anew.
  record Opened(FindingId id, Judged finding) implements FindingChange {}

  /// Observed again within the time in which a closed finding comes back to life: it keeps when it
  /// was first observed.
  record Reopened(FindingId id, Judged finding) implements FindingChange {}

  /// Still observed, but its content is another.
  record Updated(FindingId id, Judged finding) implements FindingChange {}

  /// No longer observed.
  record Closed(FindingId id) implements FindingChange {}

  FindingId id();

  /// An observed finding with the hash of its content.
  record Judged(ObservedFinding finding, ContentHash contentHash) {}
}
