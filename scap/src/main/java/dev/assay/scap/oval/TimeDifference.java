package dev.assay.scap.oval;

import dev.assay.scap.xml.Element;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Seconds between two times (`time_difference`): the first minus the second. With one component
/// the first is the time now.
final class TimeDifference {
  private static final Map<String, String> FORMATS =
      Map.of(
          "year_month_day", "yyyyMMdd",
          "month_day_year", "MM/dd/yyyy",
          "day_month_year", "dd/MM/yyyy");

  private TimeDifference() {}

  /// @param now seconds since 1970
  static List<String> of(Element element, List<Values> parts, long now) {
    String first = element.attribute("format_1", "year_month_day");
    String second = element.attribute("format_2", "year_month_day");
    if (parts.size() == 1) {
      return Functions.product(parts, times -> Long.toString(now - seconds(times.get(0), second)));
    }
    if (parts.size() != 2) {
      throw new IllegalArgumentException("A time_difference has one or two components.");
    }
    return Functions.product(
        parts,
        times -> Long.toString(seconds(times.get(0), first) - seconds(times.get(1), second)));
  }

  private static long seconds(String text, String format) {
    if (format.equals("seconds_since_epoch")) {
      return Long.parseLong(text.strip());
    }
    String date = FORMATS.get(format);
    if (date == null) {
      throw new IllegalArgumentException(format);
    }
    String compact = text.strip().replace("T", " ").replace("-", "");
    DateTimeFormatter formatter =
        DateTimeFormatter.ofPattern(date + "[' ']['T'][HHmmss][HH:mm:ss]", Locale.ROOT);
    try {
      return compact.length() > 10
          ? LocalDateTime.parse(compact, formatter).toEpochSecond(ZoneOffset.UTC)
          : java.time.LocalDate.parse(compact, DateTimeFormatter.ofPattern(date, Locale.ROOT))
              .atStartOfDay()
              .toEpochSecond(ZoneOffset.UTC);
    } catch (java.time.DateTimeException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
