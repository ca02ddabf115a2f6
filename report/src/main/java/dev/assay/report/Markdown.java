package dev.assay.report;

/// Text from strangers inside Markdown.
final class Markdown {
  private static final String SPECIAL = "\\`*_{}[]<>()#!|&~";

  private Markdown() {}

  /// One line in which nothing is markup.
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    PlainText.line(text)
        .codePoints()
        .forEach(
            c -> {
              if (SPECIAL.indexOf(c) >= 0) {
                escaped.append('\\');
              }
              escaped.appendCodePoint(c);
            });
    return escaped.toString();
  }
}
