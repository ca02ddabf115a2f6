package dev.assay.store.cis;

import dev.assay.assessment.cis.CisSchedule;
import dev.assay.store.Documents;
import java.time.DayOfWeek;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A schedule as it is kept.
record ScheduleDocument(Kind kind, @Nullable Start start, @Nullable List<DayOfWeek> days) {
  enum Kind {
    ONE_TIME,
    DAILY,
    WEEKLY,
    MONTHLY
  }

  record Start(String timeOfDay, String timezone) {
    static Start of(CisSchedule.Time time) {
      return new Start(time.timeOfDay(), time.timezone());
    }
  }

  static String write(CisSchedule schedule) {
    return Documents.text(
        switch (schedule) {
          case CisSchedule.OneTime() -> new ScheduleDocument(Kind.ONE_TIME, null, null);
          case CisSchedule.Daily(var start) ->
              new ScheduleDocument(Kind.DAILY, Start.of(start), null);
          case CisSchedule.Weekly(var start, var days) ->
              new ScheduleDocument(Kind.WEEKLY, Start.of(start), days);
          case CisSchedule.Monthly(var start, var day) ->
              new ScheduleDocument(Kind.MONTHLY, Start.of(start), List.of(day));
        });
  }

  static CisSchedule read(String document) {
    ScheduleDocument kept = Documents.read(document, ScheduleDocument.class);
    return switch (kept.kind) {
      case ONE_TIME -> new CisSchedule.OneTime();
      case DAILY -> new CisSchedule.Daily(kept.time());
      case WEEKLY -> new CisSchedule.Weekly(kept.time(), kept.weekdays());
      case MONTHLY -> new CisSchedule.Monthly(kept.time(), kept.weekdays().getFirst());
    };
  }

  private CisSchedule.Time time() {
    if (start == null) {
      throw new IllegalStateException("A kept schedule without its time: " + this);
    }
    return new CisSchedule.Time(start.timeOfDay, start.timezone);
  }

  private List<DayOfWeek> weekdays() {
    return days == null ? List.of() : days;
  }
}
