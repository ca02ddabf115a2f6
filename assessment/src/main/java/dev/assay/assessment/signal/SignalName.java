package dev.assay.assessment.signal;

import java.util.regex.Pattern;

/// What a signal is about: lower-case words joined by `_`.
public record SignalName(String value) {
  private static final Pattern WORDS = Pattern.compile("[a-z][a-z_]{0,40}");

  public SignalName {
    if (!WORDS.matcher(value).matches()) {
      throw new IllegalArgumentException("A signal's name is lower-case words, not: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
