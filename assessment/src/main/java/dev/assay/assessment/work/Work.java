package dev.assay.assessment.work;

import java.time.Instant;

/// A piece of work.
///
/// @param key what it is about, unique in its queue: asking twice before it is begun is asking once
/// @param payload what its handler needs beside the key; JSON by custom
/// @param runAt not before this moment
public record Work(QueueName queue, String key, String payload, Instant runAt) {
  private static final int LONGEST_KEY = 1_000;

  public Work {
    if (key.isEmpty() || key.length() > LONGEST_KEY) {
      throw new IllegalArgumentException(
          "The key of work has 1 to " + LONGEST_KEY + " characters, not " + key.length());
    }
  }
}
