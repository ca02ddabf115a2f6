package dev.assay.model;

/// A document is no bill of materials that can be read; the message says where and what was
/// expected.
public final class SbomException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Problem problem;

  public SbomException(Problem problem, String message) {
    super(message);
    this.problem = problem;
  }

  /// What kind of thing is wrong with it.
  public Problem problem() {
    return problem;
  }

  /// Kinds of things that may be wrong with a document.
  public enum Problem {
    /// It is no JSON, or a member is of another kind than the specification says.
    MALFORMED,
    /// It is JSON, but another format or another version.
    UNSUPPORTED,
    /// It has more components than are taken.
    LIMIT
  }
}
