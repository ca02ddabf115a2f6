package dev.assay.agent.program;

/// Wrong usage, or an input that cannot be used: the message is one line that names it and says
/// what to do.
public final class UnusableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableException(String message) {
    super(message);
  }

  UnusableException(String message, Throwable cause) {
    super(message, cause);
  }
}
