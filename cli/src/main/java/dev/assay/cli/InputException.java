package dev.assay.cli;

/// Wrong usage or input: its message is one line that names the input and says what to do.
final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InputException(String message) {
    super(message);
  }

  InputException(String message, Throwable cause) {
    super(message, cause);
  }
}
