package dev.assay.feeds.rows;

import dev.assay.feeds.FeedEntry;
import java.nio.charset.StandardCharsets;

/// The beginning of a document as text, to recognise its kind by.
public final class Heads {
  private Heads() {}

  /// The head, decoded byte by byte (names of fields are ASCII), without a byte order mark and
  /// leading blanks.
  public static String text(FeedEntry entry) {
    String text = new String(entry.head(), StandardCharsets.ISO_8859_1);
    return (text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3) : text).stripLeading();
  }
}
