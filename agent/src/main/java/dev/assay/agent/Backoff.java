package dev.assay.agent;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait after failures: up to twice as long after each, and at random, so that many
/// agents do not come back at the same moment.
public final class Backoff {
  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final int MOST_DOUBLINGS = 10;

  private final RandomGenerator random;
  private int failures;

  public Backoff(RandomGenerator random) {
    this.random = random;
  }

  /// The wait after one more failure: anything up to the bound.
  public Duration failed() {
    long bound =
        Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(failures, MOST_DOUBLINGS));
    failures++;
    return Duration.ofMillis(random.nextLong(1, bound + 1));
  }

  void succeeded() {
    failures = 0;
  }
}
