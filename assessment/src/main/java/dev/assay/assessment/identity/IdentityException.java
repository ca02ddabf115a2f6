package dev.assay.assessment.identity;

/// Why a change of identities is not made.
public final class IdentityException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// The kinds of refusal.
  public enum Reason {
    NOT_FOUND("there is no %s %s"),
    EXISTS("there already is an %s %s"),
    TOO_MANY("there may be no more %s %s"),
    LAST_ADMINISTRATOR("without the %s %s nobody could administer");

    private final String words;

    Reason(String words) {
      this.words = words;
    }
  }

  private final Reason reason;

  IdentityException(Reason reason, String kind, String name) {
    super(reason.words.formatted(kind, name));
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
