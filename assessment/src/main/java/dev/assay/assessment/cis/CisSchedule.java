package dev.assay.assessment.cis;

import dev.assay.assessment.schedule.LocalTimes;
import dev.assay.assessment.schedule.Schedule;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;

/// When a configuration's scans are due, in the words of Inspector v2.
public sealed interface CisSchedule {

  /// The moments that the words mean.
  Schedule moments();

  /// A time of day as it was written, `9:05`, and a zone of the IANA time zone database.
  record Time(String timeOfDay, String timezone) {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("H:mm");

    /// Checks that both can be read.
    ///
    /// @throws java.time.DateTimeException where either cannot
    public Time {
      LocalTime.parse(timeOfDay, FORM);
      ZoneId.of(timezone);
    }

    LocalTime local() {
      return LocalTime.parse(timeOfDay, FORM);
    }

    ZoneId zone() {
      return ZoneId.of(timezone);
    }
  }

  /// At once, and never again.
  record OneTime() implements CisSchedule {
    @Override
    public Schedule moments() {
      return new Schedule.Once();
    }
  }

  record Daily(Time start) implements CisSchedule {
    @Override
    public Schedule moments() {
      return LocalTimes.daily(start.local(), start.zone());
    }
  }

  record Weekly(Time start, List<DayOfWeek> days) implements CisSchedule {
    public Weekly {
      days = List.copyOf(days);
    }

    @Override
    public Schedule moments() {
      return LocalTimes.weekly(start.local(), start.zone(), Set.copyOf(days));
    }
  }

  /// On the first such weekday of each month.
  record Monthly(Time start, DayOfWeek day) implements CisSchedule {
    @Override
    public Schedule moments() {
      return LocalTimes.monthly(start.local(), start.zone(), day);
    }
  }
}
