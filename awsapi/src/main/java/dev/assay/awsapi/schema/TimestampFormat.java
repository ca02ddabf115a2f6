package dev.assay.awsapi.schema;

/// How a moment is written.
public enum TimestampFormat {
  /// Seconds since 1970 as a number, with a fraction.
  EPOCH_SECONDS,
  /// RFC 3339 in UTC.
  DATE_TIME,
  /// The fixed form of RFC 7231.
  HTTP_DATE;

  static TimestampFormat of(String trait) {
    return switch (trait) {
      case "unixTimestamp" -> EPOCH_SECONDS;
      case "iso8601" -> DATE_TIME;
      case "rfc822" -> HTTP_DATE;
      default -> throw new IllegalStateException("timestampFormat " + trait);
    };
  }
}
