package dev.assay.feeds;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/// The forms in which feeds write a moment: RFC 3339 with or without its `T`, its fraction, its
/// colon in the offset or its offset at all (then UTC), a bare day (its first moment in UTC), and
/// RFC 1123.
public final class FeedDates {
  private static final DateTimeFormatter OFFSET =
      new DateTimeFormatterBuilder()
          .optionalStart()
          .appendOffset("+HH:MM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HHMM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendLiteral("UTC")
          .optionalEnd()
          .optionalStart()
          .appendLiteral("GMT")
          .optionalEnd()
          .toFormatter(Locale.ROOT);

  private static final DateTimeFormatter LENIENT =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("['T'][' ']HH:mm[:ss]")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .optionalEnd()
          .appendPattern("[' ']")
          .append(OFFSET)
          .optionalEnd()
          .toFormatter(Locale.ROOT);

  private FeedDates() {}

  /// Reads a moment.
  ///
  /// @throws MalformedRecordException where the text is none in any of the forms
  public static Instant parse(String text) {
    return parseLenient(text)
        .orElseThrow(
            () ->
                new MalformedRecordException(
                    "Not a date: \"" + text + "\" (expected a form of RFC 3339)"));
  }

  /// As {@link #parse}, empty where the text is no moment, or the year 1 that some feeds write
  /// for none.
  public static Optional<Instant> parseLenient(String text) {
    try {
      Instant instant = isPlainRfc3339(text) ? Instant.parse(text) : read(text.strip());
      return instant.isBefore(Instant.EPOCH) ? Optional.empty() : Optional.of(instant);
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private static boolean isPlainRfc3339(String text) {
    return text.length() >= 20 && text.charAt(10) == 'T' && text.endsWith("Z");
  }

  private static Instant read(String text) {
    TemporalAccessor parsed;
    try {
      parsed = LENIENT.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
    } catch (DateTimeParseException notIso) {
      return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
    }
    return switch (parsed) {
      case OffsetDateTime moment -> moment.toInstant();
      case LocalDateTime moment -> moment.toInstant(ZoneOffset.UTC);
      case LocalDate day -> day.atStartOfDay(ZoneOffset.UTC).toInstant();
      default -> throw new DateTimeException("Neither a moment nor a day: " + text);
    };
  }
}
