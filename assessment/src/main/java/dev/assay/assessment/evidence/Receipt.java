package dev.assay.assessment.evidence;

/// What became of a submission.
public sealed interface Receipt {
  /// It was judged: so many findings are open now, so many were opened or changed by it, so many
  /// closed.
  record Assessed(int open, int changed, int closed) implements Receipt {}

  /// It is what was known, and advisories have not changed since.
  record Unchanged() implements Receipt {}

  /// The mark is not known, and no document came with it.
  record DocumentRequired() implements Receipt {}
}
