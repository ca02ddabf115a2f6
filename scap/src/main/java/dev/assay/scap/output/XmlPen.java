package dev.assay.scap.output;

import java.util.ArrayDeque;
import java.util.Deque;

/// Writes well-formed XML; characters that XML cannot hold become U+FFFD.
final class XmlPen {
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /// Opens an element.
  ///
  /// @param attributes names and values in turn
  XmlPen open(String name, String... attributes) {
    out.append("  ".repeat(open.size()));
    start(name, attributes);
    out.append(">\n");
    open.push(name);
    return this;
  }

  /// Closes the element opened last.
  XmlPen close() {
    String name = open.pop();
    out.append("  ".repeat(open.size())).append("</").append(name).append(">\n");
    return this;
  }

  /// An element with text only, or empty.
  XmlPen leaf(String name, String text, String... attributes) {
    out.append("  ".repeat(open.size()));
    start(name, attributes);
    if (text.isEmpty()) {
      out.append("/>\n");
    } else {
      out.append('>');
      escape(text);
      out.append("</").append(name).append(">\n");
    }
    return this;
  }

  /// What was written since the last time.
  String taken() {
    String text = out.toString();
    out.setLength(0);
    return text;
  }

  private void start(String name, String... attributes) {
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
  }

  private void escape(String text) {
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(isAllowed(c) ? c : 0xfffd);
              }
            });
  }

  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xd7ff)
        || (c >= 0xe000 && c <= 0xfffd)
        || c >= 0x10000;
  }
}
