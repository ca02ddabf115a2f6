package dev.assay.feeds.rows;

import dev.assay.feeds.FeedDates;
import dev.assay.feeds.MalformedRecordException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// Days as feeds write them: `2024-02-29`, or a moment, whose day in UTC it is.
public final class Days {
  private static final int DAY = "2024-02-29".length();

  private Days() {}

  /// Reads a day.
  ///
  /// @throws MalformedRecordException where the text is neither a day nor a moment
  public static LocalDate parse(String text) {
    if (text.length() == DAY) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeException notDay) {
        throw new MalformedRecordException("Not a day: \"" + text + "\"", notDay);
      }
    }
    return LocalDate.ofInstant(FeedDates.parse(text), ZoneOffset.UTC);
  }
}
