package dev.assay.assessment.transaction;

/// The store cannot be reached, or the connection was lost while committing, so that it is not
/// known whether the changes were made; the message says which.
public final class UnavailableException extends TransactionException {
  private static final long serialVersionUID = 1L;

  public UnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
