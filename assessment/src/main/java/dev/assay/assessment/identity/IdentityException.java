package dev.assay.assessment.identity;

/// Why a change of identities is not made; the message may be told to the caller.
public final class IdentityException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// The kinds of refusal.
  public enum Reason {
    NOT_FOUND,
    CONFLICT,
    QUOTA
  }

  private final Reason reason;

  IdentityException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
