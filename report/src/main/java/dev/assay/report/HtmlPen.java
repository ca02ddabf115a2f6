package dev.assay.report;

import java.util.ArrayDeque;
import java.util.Deque;

/// Writes HTML that is well-formed and in which text is never markup: every text and attribute is
/// escaped here and nowhere else, and an element that is not closed is a defect of the caller.
public final class HtmlPen {
  private final StringBuilder html = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /// `attributes` are names and values by turns; the names are the caller's own literals.
  public HtmlPen open(String tag, String... attributes) {
    start(tag, attributes);
    open.push(tag);
    return this;
  }

  public HtmlPen close(String tag) {
    String innermost = open.isEmpty() ? "nothing" : open.pop();
    if (!innermost.equals(tag)) {
      throw new IllegalStateException("Closing " + tag + " inside " + innermost);
    }
    html.append("</").append(tag).append('>');
    return this;
  }

  /// An element that has no content, such as `meta`.
  public HtmlPen empty(String tag, String... attributes) {
    start(tag, attributes);
    return this;
  }

  /// As `empty`, in the spelling that XHTML wants and HTML takes as well.
  public HtmlPen selfClosed(String tag, String... attributes) {
    start(tag, attributes);
    html.insert(html.length() - 1, '/');
    return this;
  }

  public HtmlPen element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close(tag);
  }

  public HtmlPen text(String text) {
    escape(PlainText.wellFormed(text));
    return this;
  }

  public HtmlPen newLine() {
    html.append('\n');
    return this;
  }

  /// Style or script of our own, as it is.
  public HtmlPen verbatim(String tag, String content) {
    if (content.contains("</")) {
      throw new IllegalArgumentException("A " + tag + " must not hold an end tag");
    }
    html.append('<').append(tag).append('>').append(content);
    html.append("</").append(tag).append('>');
    return this;
  }

  public String page() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("Not closed: " + open);
    }
    return "<!doctype html>\n" + html + "\n";
  }

  /// The same without HTML's prologue: a document of XHTML, where nothing was written with `empty`.
  public String document() {
    String page = page();
    return page.substring(page.indexOf('\n') + 1);
  }

  private void start(String tag, String... attributes) {
    html.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      html.append(' ').append(attributes[i]).append("=\"");
      escape(PlainText.wellFormed(attributes[i + 1]));
      html.append('"');
    }
    html.append('>');
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        default -> html.append(c);
      }
    }
  }
}
