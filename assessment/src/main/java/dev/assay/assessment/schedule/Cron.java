package dev.assay.assessment.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// At certain minutes of certain days.
///
/// @param minutes 0 to 59
/// @param hours 0 to 23
/// @param months 1 to 12
/// @param years 1970 to 2199
/// @param day whether it is one of the days that its day of month or its weekday names
record Cron(BitSet minutes, BitSet hours, BitSet months, BitSet years, Predicate<LocalDate> day)
    implements Schedule {
  static final int FIRST_YEAR = 1970;
  static final int LAST_YEAR = 2199;

  @Override
  public Optional<Instant> next(Instant after, Instant begun) {
    LocalDateTime from =
        LocalDateTime.ofInstant(after, ZoneOffset.UTC).withSecond(0).withNano(0).plusMinutes(1);
    LocalDate date = from.toLocalDate();
    LocalTime least = from.toLocalTime();
    while (date.getYear() <= LAST_YEAR) {
      if (!years.get(date.getYear())) {
        date = LocalDate.of(date.getYear() + 1, 1, 1);
      } else if (!months.get(date.getMonthValue())) {
        date = date.withDayOfMonth(1).plusMonths(1);
      } else {
        LocalTime time = day.test(date) ? timeFrom(least) : null;
        if (time != null) {
          return Optional.of(date.atTime(time).toInstant(ZoneOffset.UTC));
        }
        date = date.plusDays(1);
      }
      least = LocalTime.MIN;
    }
    return Optional.empty();
  }

  private @Nullable LocalTime timeFrom(LocalTime least) {
    int hour = hours.nextSetBit(least.getHour());
    if (hour < 0) {
      return null;
    }
    int minute = minutes.nextSetBit(hour == least.getHour() ? least.getMinute() : 0);
    if (minute >= 0) {
      return LocalTime.of(hour, minute);
    }
    int later = hours.nextSetBit(hour + 1);
    return later < 0 ? null : LocalTime.of(later, minutes.nextSetBit(0));
  }
}
