package dev.assay.awsapi.protocol;

/// A service answered what its model does not declare: an error from before the operation, or
/// something that is no answer of the service at all.
public final class UnexpectedAnswerException extends RuntimeException {
  private final int status;
  private final String code;

  UnexpectedAnswerException(int status, String code, String message) {
    super("HTTP %d %s: %s".formatted(status, code, message));
    this.status = status;
    this.code = code;
  }

  /// The status of HTTP.
  public int status() {
    return status;
  }

  /// The error's name; empty where the answer has none.
  public String code() {
    return code;
  }
}
