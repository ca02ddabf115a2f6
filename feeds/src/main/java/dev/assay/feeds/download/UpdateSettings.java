package dev.assay.feeds.download;

import java.time.Duration;

/// How to fetch.
///
/// @param parallel how many files at once
/// @param attempts how often to ask for a file before giving it up
/// @param longestSilence how long to wait for an answer, or for its next byte
/// @param firstDelay how long to wait before the second attempt; it doubles with each
/// @param longestDelay the most to wait before an attempt, whatever the server asks for
/// @param allowHttp whether addresses without TLS may be asked, and redirected to
public record UpdateSettings(
    int parallel,
    int attempts,
    Duration connectTimeout,
    Duration longestSilence,
    Duration firstDelay,
    Duration longestDelay,
    String userAgent,
    boolean allowHttp) {
  public UpdateSettings {
    require(parallel >= 1 && parallel <= 32, "parallel is from 1 to 32: " + parallel);
    require(attempts >= 1 && attempts <= 20, "attempts is from 1 to 20: " + attempts);
    require(isPositive(connectTimeout), "the connect timeout is positive: " + connectTimeout);
    require(isPositive(longestSilence), "the longest silence is positive: " + longestSilence);
    require(!firstDelay.isNegative() && !longestDelay.isNegative(), "a delay is not negative");
    require(!userAgent.isBlank(), "the user agent is not blank");
  }

  private static boolean isPositive(Duration duration) {
    return !duration.isNegative() && !duration.isZero();
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new InvalidConfigurationException(rule);
    }
  }
}
