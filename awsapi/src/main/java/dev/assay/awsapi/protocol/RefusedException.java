package dev.assay.awsapi.protocol;

/// A request that reached no operation: unsigned, unknown, unreadable, too long. Models do not
/// declare these errors; every service answers them alike.
public final class RefusedException extends RuntimeException {
  private final int status;
  private final String code;

  /// A refusal.
  ///
  /// @param status the status of HTTP
  /// @param code the error as clients tell errors apart
  /// @param message for the caller
  public RefusedException(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  /// The status of HTTP.
  public int status() {
    return status;
  }

  /// The error as clients tell errors apart.
  public String code() {
    return code;
  }

  /// What to tell the caller.
  public String message() {
    return String.valueOf(getMessage());
  }
}
