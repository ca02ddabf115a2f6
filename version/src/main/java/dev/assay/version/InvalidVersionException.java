package dev.assay.version;

/// A text that is no version in the scheme asked for; the message quotes it and says what was
/// expected.
public final class InvalidVersionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public InvalidVersionException(String text, String expected) {
    super("Not a version: \"" + text + "\" (" + expected + ")");
  }
}
