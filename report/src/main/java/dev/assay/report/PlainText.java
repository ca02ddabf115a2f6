package dev.assay.report;

/// Makes text from packages and feeds fit to be shown. Such text may be hostile: an escape
/// sequence in a package's name could rewrite a terminal, a direction override could turn a line
/// around. Nothing of that kind leaves this class.
final class PlainText {
  private static final char REPLACEMENT = '\uFFFD';

  private PlainText() {}

  /// One line: line breaks and tabs are spaces, runs of spaces are one, and control, format and
  /// unassigned characters are shown as U+FFFD.
  static String line(String text) {
    if (isAscii(text, '!')) {
      return text;
    }
    StringBuilder line = new StringBuilder(text.length());
    boolean space = true;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
        if (!space) {
          line.append(' ');
        }
        space = true;
      } else {
        line.appendCodePoint(isHarmless(codePoint) ? codePoint : REPLACEMENT);
        space = false;
      }
    }
    return line.toString().strip();
  }

  /// Whether it is printable ASCII from `first` on, as nearly all names and texts are.
  private static boolean isAscii(String text, char first) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < first || c >= 0x7f) {
        return false;
      }
    }
    return true;
  }

  /// Well-formed text: half of a surrogate pair, which no encoder takes, is U+FFFD; so is a
  /// control character that is no line break or tab.
  static String wellFormed(String text) {
    if (isAscii(text, ' ')) {
      return text;
    }
    StringBuilder formed = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              boolean layout = c == '\n' || c == '\t' || c == '\r';
              formed.appendCodePoint(layout || isHarmless(c) ? c : REPLACEMENT);
            });
    return formed.toString();
  }

  private static boolean isHarmless(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
