package dev.assay.assessment.work;

import java.util.regex.Pattern;

/// A kind of work: lower-case words joined by `-`.
public record QueueName(String value) implements Comparable<QueueName> {
  private static final Pattern WORDS = Pattern.compile("[a-z][a-z-]{0,40}");

  public QueueName {
    if (!WORDS.matcher(value).matches()) {
      throw new IllegalArgumentException("A queue's name is lower-case words, not: " + value);
    }
  }

  @Override
  public int compareTo(QueueName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
