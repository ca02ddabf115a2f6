package dev.assay.store;

/// A database cannot be opened: the message is one line that says which and what to do.
public final class DatabaseOpeningException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DatabaseOpeningException(String message) {
    super(message);
  }

  public DatabaseOpeningException(String message, Throwable cause) {
    super(message, cause);
  }
}
