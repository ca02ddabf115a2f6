package dev.assay.assessment.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// At a time of day in a time zone, on weekdays: every week, or only in the first week of a month.
///
/// Each of its days has exactly one moment. Where a clock change leaves that time out, it is later
/// by as much as the clock was put forward; where it comes twice, it is the first of both.
///
/// @param firstOfMonth whether only the first of such a weekday in a month counts
public record LocalTimes(LocalTime time, ZoneId zone, Set<DayOfWeek> days, boolean firstOfMonth)
    implements Schedule {
  private static final int WEEK = 7;

  public LocalTimes {
    days = Set.copyOf(days);
    if (days.isEmpty()) {
      throw new IllegalArgumentException("A schedule without any day");
    }
  }

  public static LocalTimes daily(LocalTime time, ZoneId zone) {
    return weekly(time, zone, EnumSet.allOf(DayOfWeek.class));
  }

  public static LocalTimes weekly(LocalTime time, ZoneId zone, Set<DayOfWeek> days) {
    return new LocalTimes(time, zone, days, false);
  }

  /// On the first such weekday of each month.
  public static LocalTimes monthly(LocalTime time, ZoneId zone, DayOfWeek day) {
    return new LocalTimes(time, zone, Set.of(day), true);
  }

  @Override
  public Optional<Instant> next(Instant after, Instant begun) {
    // The moment of the day before may lie on this day, where a clock was put forward at midnight.
    LocalDate date = LocalDate.ofInstant(after, zone).minusDays(1);
    while (true) {
      if (isDay(date)) {
        Instant moment = date.atTime(time).atZone(zone).toInstant();
        if (moment.isAfter(after)) {
          return Optional.of(moment);
        }
      }
      date = date.plusDays(1);
    }
  }

  private boolean isDay(LocalDate date) {
    return days.contains(date.getDayOfWeek()) && (!firstOfMonth || date.getDayOfMonth() <= WEEK);
  }
}
