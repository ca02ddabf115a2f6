package dev.assay.assessment.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// When something recurs: in EventBridge's words, `cron(15 10 ? * MON *)` or `rate(5 days)`, whose
/// times are UTC; at a time of day where people live; or just once.
public sealed interface Schedule permits Schedule.Rate, Schedule.Once, Cron, LocalTimes {
  Pattern RATE = Pattern.compile("rate\\(([1-9][0-9]{0,8}) (minute|hour|day)(s?)\\)");
  Pattern CRON = Pattern.compile("cron\\((.*)\\)");

  /// Reads an expression.
  ///
  /// @throws IllegalArgumentException where EventBridge would not take it; the message says why
  static Schedule parse(String expression) {
    Matcher rate = RATE.matcher(expression);
    if (rate.matches()) {
      return Rate.of(Integer.parseInt(rate.group(1)), rate.group(2), !rate.group(3).isEmpty());
    }
    Matcher cron = CRON.matcher(expression);
    if (cron.matches()) {
      return CronParser.parse(cron.group(1).toUpperCase(Locale.ROOT));
    }
    throw new IllegalArgumentException(
        "A schedule is cron(MINUTES HOURS DAY MONTH WEEKDAY YEAR) or rate(NUMBER UNIT), not: "
            + expression);
  }

  /// The first moment after another; empty where none is left.
  ///
  /// @param begun when the schedule was set up, from which a rate counts
  Optional<Instant> next(Instant after, Instant begun);

  /// At equal distances.
  record Rate(Duration period) implements Schedule {
    static Rate of(int value, String unit, boolean plural) {
      if (plural == (value == 1)) {
        throw new IllegalArgumentException(
            "A rate of one has a unit in the singular, any other in the plural: "
                + value
                + " "
                + unit
                + (plural ? "s" : ""));
      }
      return new Rate(
          switch (unit) {
            case "minute" -> Duration.ofMinutes(value);
            case "hour" -> Duration.ofHours(value);
            default -> Duration.ofDays(value);
          });
    }

    @Override
    public Optional<Instant> next(Instant after, Instant begun) {
      if (after.isBefore(begun)) {
        return Optional.of(begun.plus(period));
      }
      long passed = Duration.between(begun, after).dividedBy(period);
      return Optional.of(begun.plus(period.multipliedBy(passed + 1)));
    }
  }

  /// At the moment it was set up.
  record Once() implements Schedule {
    @Override
    public Optional<Instant> next(Instant after, Instant begun) {
      return after.isBefore(begun) ? Optional.of(begun) : Optional.empty();
    }
  }
}
