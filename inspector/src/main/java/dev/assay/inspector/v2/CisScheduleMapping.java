package dev.assay.inspector.v2;

import dev.assay.assessment.cis.CisSchedule;
import dev.assay.awsapi.inspector2.DailySchedule;
import dev.assay.awsapi.inspector2.Day;
import dev.assay.awsapi.inspector2.MonthlySchedule;
import dev.assay.awsapi.inspector2.OneTimeSchedule;
import dev.assay.awsapi.inspector2.Schedule;
import dev.assay.awsapi.inspector2.Time;
import dev.assay.awsapi.inspector2.WeeklySchedule;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.util.Locale;
import java.util.Map;

/// The model's schedules.
final class CisScheduleMapping {
  private static final Map<String, DayOfWeek> DAYS =
      Map.of(
          "MON", DayOfWeek.MONDAY,
          "TUE", DayOfWeek.TUESDAY,
          "WED", DayOfWeek.WEDNESDAY,
          "THU", DayOfWeek.THURSDAY,
          "FRI", DayOfWeek.FRIDAY,
          "SAT", DayOfWeek.SATURDAY,
          "SUN", DayOfWeek.SUNDAY);

  private CisScheduleMapping() {}

  static CisSchedule schedule(Schedule schedule) {
    return switch (schedule) {
      case Schedule.OneTime ignored -> new CisSchedule.OneTime();
      case Schedule.Daily(DailySchedule daily) ->
          new CisSchedule.Daily(time(daily.startTime(), "daily"));
      case Schedule.Weekly(WeeklySchedule weekly) ->
          new CisSchedule.Weekly(
              time(weekly.startTime(), "weekly"),
              weekly.days().stream().map(CisScheduleMapping::day).toList());
      case Schedule.Monthly(MonthlySchedule monthly) ->
          new CisSchedule.Monthly(time(monthly.startTime(), "monthly"), day(monthly.day()));
    };
  }

  static Schedule model(CisSchedule schedule) {
    return switch (schedule) {
      case CisSchedule.OneTime() -> new Schedule.OneTime(OneTimeSchedule.builder().build());
      case CisSchedule.Daily(var start) -> new Schedule.Daily(new DailySchedule(time(start)));
      case CisSchedule.Weekly(var start, var days) ->
          new Schedule.Weekly(
              WeeklySchedule.builder()
                  .days(days.stream().map(CisScheduleMapping::day).toList())
                  .startTime(time(start))
                  .build());
      case CisSchedule.Monthly(var start, var day) ->
          new Schedule.Monthly(
              MonthlySchedule.builder().day(day(day)).startTime(time(start)).build());
    };
  }

  private static CisSchedule.Time time(Time time, String kind) {
    try {
      return new CisSchedule.Time(time.timeOfDay(), time.timezone());
    } catch (DateTimeException unknown) {
      throw Problems.invalid(
          "schedule." + kind + ".startTime",
          "neither UTC nor a zone of the IANA time zone database: " + time.timezone());
    }
  }

  private static Time time(CisSchedule.Time time) {
    return new Time(time.timeOfDay(), time.timezone());
  }

  private static DayOfWeek day(Day day) {
    DayOfWeek known = DAYS.get(day.value());
    if (known == null) {
      throw Problems.invalid("schedule", "not a day: " + day.value());
    }
    return known;
  }

  private static Day day(DayOfWeek day) {
    return Day.of(day.name().substring(0, 3).toUpperCase(Locale.ROOT));
  }
}
