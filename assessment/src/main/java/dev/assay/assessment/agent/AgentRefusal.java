package dev.assay.assessment.agent;

/// Why an agent is not let in, or not listened to; the message may be told to it.
public final class AgentRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// The kinds of refusal.
  public enum Reason {
    /// The caller is not what it would have to be.
    NOT_ALLOWED,
    /// Something else is in the way, and a person could remove it.
    CONFLICT
  }

  private final Reason reason;

  AgentRefusal(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
