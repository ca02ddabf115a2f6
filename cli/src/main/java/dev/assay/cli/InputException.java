package dev.assay.cli;

/// Wrong usage, an input that cannot be used or an output that cannot be written: the message is
/// one line that names it and says what to do.
final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InputException(String message) {
    super(message);
  }

  InputException(String message, Throwable cause) {
    super(message, cause);
  }
}
