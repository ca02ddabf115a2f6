package dev.assay.feeds;

import org.jspecify.annotations.Nullable;

/// A feed's document, or a part of it, that is not what its format promises. The message names
/// the place (`affected[3].package.name is missing`), so that it can stand as a {@link
/// dev.assay.model.RejectedRecord}'s reason as it is.
public final class MalformedRecordException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String problem;

  public MalformedRecordException(String problem) {
    this(problem, null);
  }

  public MalformedRecordException(String problem, @Nullable Throwable cause) {
    super(problem, cause);
    this.problem = problem;
  }

  /// The message, which is never null here.
  public String problem() {
    return problem;
  }
}
