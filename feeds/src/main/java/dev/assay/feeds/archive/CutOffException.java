package dev.assay.feeds.archive;

import java.io.IOException;

/// A bound of {@link ArchiveLimits} was reached; the message says which.
public final class CutOffException extends IOException {
  private static final long serialVersionUID = 1L;

  /// How much is not read because of it.
  public enum Scope {
    DOCUMENT,
    FILE,
    EVERYTHING
  }

  private final Scope scope;
  private final String problem;

  CutOffException(Scope scope, String message) {
    super(message);
    this.scope = scope;
    this.problem = message;
  }

  String problem() {
    return problem;
  }

  public Scope scope() {
    return scope;
  }
}
