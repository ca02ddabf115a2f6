package dev.assay.scap.xml;

import java.util.Set;

/// Plain text made of marked-up prose, element by element.
final class Prose {
  private static final Set<String> BLOCKS =
      Set.of("p", "pre", "div", "ul", "ol", "table", "tr", "blockquote", "h1", "h2", "h3", "br");

  private final StringBuilder text = new StringBuilder();
  private int preformatted;

  void start(String element) {
    if (element.equals("li")) {
      newLine();
      text.append("- ");
    } else if (BLOCKS.contains(element)) {
      newLine();
    }
    preformatted += element.equals("pre") ? 1 : 0;
  }

  void end(String element) {
    preformatted -= element.equals("pre") ? 1 : 0;
    if (element.equals("li") || BLOCKS.contains(element)) {
      newLine();
    }
  }

  void text(String part) {
    if (preformatted > 0) {
      text.append(part);
      return;
    }
    String printed = part.replaceAll("\\s+", " ");
    boolean begins = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
    text.append(begins ? printed.stripLeading() : printed);
  }

  private void newLine() {
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\t')) {
      end--;
    }
    text.setLength(end);
    if (end > 0 && text.charAt(end - 1) != '\n') {
      text.append('\n');
    }
  }

  @Override
  public String toString() {
    return text.toString().strip();
  }
}
