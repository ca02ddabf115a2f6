package dev.assay.version;

import java.util.Objects;

/// A text that is no version in the scheme asked for; the message quotes it and says what was
/// expected.
public final class InvalidVersionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private static final int QUOTED = 200;

  public InvalidVersionException(String text, String expected) {
    super("Not a version: \"" + quote(text) + "\" (" + expected + ")");
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  private static String quote(String text) {
    return text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "…";
  }
}
