package dev.assay.agent;

/// The agent has to stop: the service does not know its key any more, or refuses what it is for.
public final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoppedException(String message, Throwable cause) {
    super(message, cause);
  }
}
