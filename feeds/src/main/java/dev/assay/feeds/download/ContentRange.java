package dev.assay.feeds.download;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which bytes an answer holds (RFC 9110, 14.4); `total` is -1 where it does not say of how many.
record ContentRange(long first, long last, long total) {
  private static final Pattern BYTES =
      Pattern.compile("bytes ([0-9]{1,18})-([0-9]{1,18})/([0-9]{1,18}|\\*)");

  static Optional<ContentRange> parse(String header) {
    Matcher matcher = BYTES.matcher(header.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String total = matcher.group(3);
    return Optional.of(
        new ContentRange(
            Long.parseLong(matcher.group(1)),
            Long.parseLong(matcher.group(2)),
            total.equals("*") ? -1 : Long.parseLong(total)));
  }
}
