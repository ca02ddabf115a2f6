package dev.assay.vulndb.record;

import dev.assay.vulndb.file.Decoder;
import dev.assay.vulndb.file.Encoder;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Points in time: whole seconds and days since 1970, where there are any. What lies beyond the
/// years -9999 to 9999 is kept as the nearest within.
public final class Moments {
  private static final long LAST_SECOND = 253_402_300_799L;
  private static final long LAST_DAY = LAST_SECOND / 86_400;

  private Moments() {}

  public static void write(Encoder encoder, @Nullable Instant instant) {
    if (instant == null) {
      encoder.octet(0);
    } else {
      encoder.octet(1).signed(seconds(instant));
    }
  }

  public static @Nullable Instant read(Decoder decoder) {
    return decoder.flag()
        ? Instant.ofEpochSecond(checked(decoder, decoder.signed(), LAST_SECOND))
        : null;
  }

  public static void writeDay(Encoder encoder, @Nullable LocalDate day) {
    if (day == null) {
      encoder.octet(0);
    } else {
      encoder.octet(1).signed(Math.clamp(day.toEpochDay(), -LAST_DAY, LAST_DAY));
    }
  }

  public static @Nullable LocalDate readDay(Decoder decoder) {
    return decoder.flag()
        ? LocalDate.ofEpochDay(checked(decoder, decoder.signed(), LAST_DAY))
        : null;
  }

  /// The second a point in time is kept as.
  public static long seconds(Instant instant) {
    return Math.clamp(instant.getEpochSecond(), -LAST_SECOND, LAST_SECOND);
  }

  private static long checked(Decoder decoder, long value, long bound) {
    if (value > bound || value < -bound) {
      throw decoder.corrupt("a date out of bounds");
    }
    return value;
  }
}
