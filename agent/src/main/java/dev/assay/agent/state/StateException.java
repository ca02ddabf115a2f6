package dev.assay.agent.state;

/// The state directory cannot be used; the message says what to do about it.
public final class StateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StateException(String message, Throwable cause) {
    super(message, cause);
  }

  StateException(String message) {
    super(message);
  }
}
