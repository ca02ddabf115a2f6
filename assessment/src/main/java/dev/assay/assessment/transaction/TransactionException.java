package dev.assay.assessment.transaction;

/// Why work could not be done, when the work itself was not the reason.
public abstract sealed class TransactionException extends RuntimeException
    permits ContendedException, UnavailableException {
  private static final long serialVersionUID = 1L;

  TransactionException(String message, Throwable cause) {
    super(message, cause);
  }
}
