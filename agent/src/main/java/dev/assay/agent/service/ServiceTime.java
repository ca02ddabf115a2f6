package dev.assay.agent.service;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// The service's time, as far as this machine can tell: its own clock, put right by what the
/// service says in each answer. A signature counts by the service's clock alone.
public final class ServiceTime implements InstantSource {
  /// An answer's date has whole seconds, and was a while on its way.
  private static final Duration NEGLIGIBLE = Duration.ofSeconds(5);

  private final InstantSource clock;
  private volatile Duration ahead = Duration.ZERO;

  public ServiceTime(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Instant instant() {
    return clock.instant().plus(ahead);
  }

  /// How far the service is ahead of this machine's clock.
  public Duration ahead() {
    return ahead;
  }

  /// Learns from an answer.
  ///
  /// @return whether it was wrong by more than a few seconds
  boolean learn(Optional<String> date) {
    if (date.isEmpty()) {
      return false;
    }
    try {
      Instant said =
          ZonedDateTime.parse(date.get(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wrong = Duration.between(instant(), said);
      if (wrong.abs().compareTo(NEGLIGIBLE) <= 0) {
        return false;
      }
      ahead = ahead.plus(wrong);
      return true;
    } catch (DateTimeException noDate) {
      return false;
    }
  }
}
