package dev.assay.report;

/// Text in the columns of a terminal: East Asian wide characters take two, combining marks none.
final class TextWidth {
  /// Below the combining marks every character takes one column.
  private static final int FIRST_ODD = 0x300;

  private TextWidth() {}

  static int of(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      width += codePoint < FIRST_ODD ? 1 : of(codePoint);
      i += Character.charCount(codePoint);
    }
    return width;
  }

  /// At most `columns` wide; what is cut off leaves an ellipsis.
  static String cut(String text, int columns) {
    if (of(text) <= columns) {
      return text;
    }
    StringBuilder cut = new StringBuilder();
    int used = 0;
    for (int codePoint : text.codePoints().toArray()) {
      used += of(codePoint);
      if (used > columns - 1) {
        break;
      }
      cut.appendCodePoint(codePoint);
    }
    return cut.toString().stripTrailing() + "…";
  }

  static String padRight(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - of(text)));
  }

  static String padLeft(String text, int columns) {
    return " ".repeat(Math.max(0, columns - of(text))) + text;
  }

  private static int of(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean wide =
        between(codePoint, 0x1100, 0x115F)
            || between(codePoint, 0x2E80, 0xA4CF)
            || between(codePoint, 0xAC00, 0xD7A3)
            || between(codePoint, 0xF900, 0xFAFF)
            || between(codePoint, 0xFE30, 0xFE6F)
            || between(codePoint, 0xFF00, 0xFF60)
            || between(codePoint, 0x1F300, 0x1FAFF)
            || between(codePoint, 0x20000, 0x3FFFD);
    return wide ? 2 : 1;
  }

  private static boolean between(int codePoint, int first, int last) {
    return codePoint >= first && codePoint <= last;
  }
}
