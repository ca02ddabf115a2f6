package dev.assay.awsapi.codec;

import dev.assay.awsapi.schema.TimestampFormat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/// Moments as text and as numbers.
public final class Timestamps {
  /// The year 9999 and the year 1: RFC 3339 has no others.
  private static final BigDecimal LAST = new BigDecimal("253402300800");

  private static final BigDecimal FIRST = new BigDecimal("-62135596800");

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Timestamps() {}

  /// A moment from seconds since 1970; empty where it is outside the years 1 to 9999.
  public static Optional<Instant> ofEpochSeconds(BigDecimal seconds) {
    if (seconds.compareTo(FIRST) < 0 || seconds.compareTo(LAST) >= 0) {
      return Optional.empty();
    }
    // Within these bounds the scale may still be huge (1E-1000000): cut it before arithmetic.
    if (seconds.signum() == 0 || seconds.precision() - seconds.scale() < -9) {
      return Optional.of(Instant.EPOCH);
    }
    BigDecimal nanos = seconds.setScale(9, RoundingMode.FLOOR);
    BigDecimal whole = nanos.setScale(0, RoundingMode.FLOOR);
    long fraction = nanos.subtract(whole).movePointRight(9).longValueExact();
    return Optional.of(Instant.ofEpochSecond(whole.longValueExact(), fraction));
  }

  /// Seconds since 1970 with the milliseconds, which is what services tell and clients keep.
  public static BigDecimal epochSeconds(Instant instant) {
    BigDecimal value = BigDecimal.valueOf(instant.truncatedTo(ChronoUnit.MILLIS).toEpochMilli(), 3);
    return value.stripTrailingZeros().scale() <= 0
        ? value.setScale(0, RoundingMode.UNNECESSARY)
        : value;
  }

  /// A moment as text.
  public static String format(Instant instant, TimestampFormat format) {
    return switch (format) {
      case EPOCH_SECONDS -> epochSeconds(instant).toPlainString();
      case DATE_TIME -> instant.truncatedTo(ChronoUnit.MILLIS).toString();
      case HTTP_DATE -> HTTP_DATE.format(instant);
    };
  }

  /// A moment from text; empty where it is not in the format.
  public static Optional<Instant> parse(String text, TimestampFormat format) {
    try {
      return switch (format) {
        case EPOCH_SECONDS -> Numbers.decimal(text).flatMap(Timestamps::ofEpochSeconds);
        case DATE_TIME -> Optional.of(OffsetDateTime.parse(text).toInstant());
        case HTTP_DATE -> Optional.of(HTTP_DATE.parse(text, Instant::from));
      };
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
