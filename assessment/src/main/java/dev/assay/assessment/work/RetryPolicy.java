package dev.assay.assessment.work;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How often work is tried, and how long to pause between: twice as long each time, to a limit,
/// and a little different each time so that what failed together does not come back together.
///
/// A node's death is no failure of the work that it had in its hands: a machine is switched off, a
/// process killed. But work that ends every node that takes it would end them all, so that after
/// many deaths in a row, with no word in between, it is the suspect.
///
/// @param mostDeaths in a row
public record RetryPolicy(
    int mostAttempts, int mostDeaths, Duration firstPause, Duration longestPause) {
  private static final int MOST_DOUBLINGS = 30;

  public static final RetryPolicy USUAL =
      new RetryPolicy(10, 20, Duration.ofSeconds(1), Duration.ofMinutes(10));

  public RetryPolicy {
    if (mostAttempts < 1
        || mostDeaths < 1
        || firstPause.isNegative()
        || longestPause.compareTo(firstPause) < 0) {
      throw new IllegalArgumentException(
          "Not a policy: "
              + mostAttempts
              + " attempts, "
              + mostDeaths
              + " deaths, "
              + firstPause
              + " to "
              + longestPause);
    }
  }

  public boolean isExhaustedBy(int attempts) {
    return attempts >= mostAttempts;
  }

  /// Whether work is the suspect.
  ///
  /// @param deaths in a row
  public boolean isSuspectAfter(int deaths) {
    return deaths >= mostDeaths;
  }

  /// The pause after an attempt, between half and the whole of its length.
  public Duration pauseAfter(int attempt, RandomGenerator random) {
    long doubled = firstPause.toMillis() << Math.min(attempt - 1, MOST_DOUBLINGS);
    long whole = Math.min(doubled, longestPause.toMillis());
    return Duration.ofMillis(whole - (long) (random.nextDouble() * whole / 2));
  }
}
