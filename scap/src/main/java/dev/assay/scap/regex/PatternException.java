package dev.assay.scap.regex;

/// A pattern that cannot be compiled, or that takes too long; the message quotes it.
public final class PatternException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// @param message what is wrong, with the pattern
  public PatternException(String message) {
    super(message);
  }
}
