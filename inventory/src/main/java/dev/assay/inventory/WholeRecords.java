package dev.assay.inventory;

import java.util.Arrays;

/// What can be trusted of a package database in text whose end is missing.
///
/// The record it breaks off in may have lost its source package, and the line it breaks off in the
/// end of a version: `1.53.0-r0` would become `1.5`, and be judged so.
public final class WholeRecords {
  /// What to say of content that is cut short.
  public static final String CUT_SHORT =
      "It ends within a line, as a file does that was cut short;"
          + " the record it ends in was not read.";

  private WholeRecords() {}

  /// Whether the last line has no end, so that something behind it is missing.
  public static boolean isCutShort(byte[] content) {
    return content.length > 0 && content[content.length - 1] != '\n';
  }

  /// The records that an empty line ends where the content is cut short; all of it where it is not.
  public static byte[] of(byte[] content) {
    return isCutShort(content) ? Arrays.copyOf(content, endOfLast(content)) : content;
  }

  private static int endOfLast(byte[] content) {
    for (int i = content.length - 1; i > 0; i--) {
      if (content[i] == '\n' && endsALine(content, i - 1)) {
        return i + 1;
      }
    }
    return 0;
  }

  private static boolean endsALine(byte[] content, int at) {
    return content[at] == '\n' || (content[at] == '\r' && at > 0 && content[at - 1] == '\n');
  }
}
