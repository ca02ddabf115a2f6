package dev.assay.assessment.schedule;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the six fields of EventBridge's cron. Of the day of the month and the weekday exactly one
/// is `?`; `L`, `W` and `#` stand alone in their field.
final class CronParser {
  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
  private static final List<String> WEEKDAYS =
      List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
  private static final Pattern NEAREST = Pattern.compile("([0-9]{1,2})W");
  private static final Pattern LAST = Pattern.compile("(.+)L");
  private static final Pattern NTH = Pattern.compile("(.+)#([1-5])");
  private static final int WEEK = 7;
  private static final int LONGEST_MONTH = 31;

  private CronParser() {}

  static Cron parse(String fields) {
    String[] field = fields.trim().split("\\s+");
    if (field.length != 6) {
      throw new IllegalArgumentException("A cron expression has six fields, not: " + fields);
    }
    if (field[2].equals("?") == field[4].equals("?")) {
      throw new IllegalArgumentException(
          "Either the day of the month or the weekday is '?', and not both: " + fields);
    }
    return new Cron(
        new CronField("minutes", 0, 59, List.of()).parse(field[0]),
        new CronField("hours", 0, 23, List.of()).parse(field[1]),
        new CronField("month", 1, 12, MONTHS).parse(field[3]),
        new CronField("year", Cron.FIRST_YEAR, Cron.LAST_YEAR, List.of()).parse(field[5]),
        field[4].equals("?") ? dayOfMonth(field[2]) : weekday(field[4]));
  }

  private static Predicate<LocalDate> dayOfMonth(String field) {
    if (field.equals("L")) {
      return date -> date.getDayOfMonth() == date.lengthOfMonth();
    }
    if (field.equals("LW")) {
      return date -> date.getDayOfMonth() == nearestWeekday(date, date.lengthOfMonth());
    }
    CronField days = new CronField("day of the month", 1, LONGEST_MONTH, List.of());
    Matcher nearest = NEAREST.matcher(field);
    if (nearest.matches()) {
      int wanted = days.number(nearest.group(1));
      return date ->
          wanted <= date.lengthOfMonth() && date.getDayOfMonth() == nearestWeekday(date, wanted);
    }
    BitSet named = days.parse(field);
    return date -> named.get(date.getDayOfMonth());
  }

  /// The day from Monday to Friday that is nearest to a day, within its month.
  private static int nearestWeekday(LocalDate month, int day) {
    return switch (month.withDayOfMonth(day).getDayOfWeek()) {
      case SATURDAY -> day == 1 ? day + 2 : day - 1;
      case SUNDAY -> day == month.lengthOfMonth() ? day - 2 : day + 1;
      case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
    };
  }

  private static Predicate<LocalDate> weekday(String field) {
    CronField days = new CronField("weekday", 1, WEEK, WEEKDAYS);
    if (field.equals("L")) {
      return date -> weekday(date) == WEEK;
    }
    Matcher last = LAST.matcher(field);
    if (last.matches()) {
      int wanted = days.number(last.group(1));
      return date -> weekday(date) == wanted && date.getDayOfMonth() > date.lengthOfMonth() - WEEK;
    }
    Matcher nth = NTH.matcher(field);
    if (nth.matches()) {
      int wanted = days.number(nth.group(1));
      int number = Integer.parseInt(nth.group(2));
      return date -> weekday(date) == wanted && (date.getDayOfMonth() - 1) / WEEK + 1 == number;
    }
    BitSet named = days.parse(field);
    return date -> named.get(weekday(date));
  }

  /// 1 is Sunday.
  private static int weekday(LocalDate date) {
    return date.getDayOfWeek().getValue() % WEEK + 1;
  }
}
