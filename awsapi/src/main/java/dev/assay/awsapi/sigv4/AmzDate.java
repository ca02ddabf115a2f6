package dev.assay.awsapi.sigv4;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// Times as signatures write them: `20261128T090000Z`.
final class AmzDate {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private AmzDate() {}

  static String format(Instant instant) {
    return FORMAT.format(instant);
  }

  static Optional<Instant> parse(String text) {
    try {
      return Optional.of(FORMAT.parse(text, Instant::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
