package dev.assay.scap.xml;

/// SCAP content that is not what its specification says; the message quotes where.
public final class MalformedContentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// @param message what is wrong and where
  public MalformedContentException(String message) {
    super(message);
  }

  /// @param message what is wrong and where
  public MalformedContentException(String message, Throwable cause) {
    super(message, cause);
  }
}
