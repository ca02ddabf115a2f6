package dev.assay.assessment.transaction;

/// Every attempt lost to a concurrent transaction; nothing was changed. A caller may try later.
public final class ContendedException extends TransactionException {
  private static final long serialVersionUID = 1L;

  public ContendedException(int attempts, Throwable cause) {
    super("lost to concurrent transactions " + attempts + " times", cause);
  }
}
