package dev.assay.report;

import dev.assay.model.Severity;
import java.util.ArrayList;
import java.util.List;

/// Draws the lines of a table: wraps, colours, and keeps what is drawn. No line ends in a blank.
final class TablePen {
  private static final String RESET = "\u001b[0m";

  /// Where Assay speaks up. Severities have colours of their own.
  enum Tone {
    PLAIN(""),
    HEADING("\u001b[1m"),
    FAINT("\u001b[2m"),
    WARNING("\u001b[1;33m"),
    ALARM("\u001b[1;31m");

    private final String escape;

    Tone(String escape) {
      this.escape = escape;
    }
  }

  private final TableStyle style;
  private final StringBuilder drawn = new StringBuilder();

  TablePen(TableStyle style) {
    this.style = style;
  }

  int width() {
    return style.width();
  }

  boolean folds() {
    return style.folding() == TableStyle.Folding.FOLDED;
  }

  void blank() {
    drawn.append('\n');
  }

  /// A blank line, but not at the very top.
  void separate() {
    if (!drawn.isEmpty()) {
      blank();
    }
  }

  /// One line as it is, however long.
  void line(String text) {
    drawn.append(text.stripTrailing()).append('\n');
  }

  /// One line cut to the width.
  void cutLine(Tone tone, String text) {
    line(toned(tone, TextWidth.cut(text.stripTrailing(), width())));
  }

  /// As many lines as it takes; those after the first are indented by `hanging`.
  void wrapped(Tone tone, String first, int hanging, String text) {
    String indent = first;
    for (String part : wrap(text, width() - first.length(), width() - hanging)) {
      line(indent + toned(tone, part));
      indent = " ".repeat(hanging);
    }
  }

  String toned(Tone tone, String text) {
    return coloured(tone.escape, text);
  }

  String toned(Severity severity, String text) {
    return coloured(escape(severity), text);
  }

  String drawn() {
    return drawn.toString();
  }

  private String coloured(String escape, String text) {
    boolean colour = style.colours() == TableStyle.Colours.ANSI && !escape.isEmpty();
    return colour && !text.isBlank() ? escape + text + RESET : text;
  }

  private static String escape(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "\u001b[1;35m";
      case HIGH -> "\u001b[31m";
      case MEDIUM -> "\u001b[33m";
      case LOW -> "\u001b[36m";
      case INFORMATIONAL, UNTRIAGED -> "\u001b[2m";
    };
  }

  /// Breaks at blanks; a word longer than a line is cut through.
  private static List<String> wrap(String text, int firstWidth, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int room = firstWidth;
    for (String word : text.split(" ")) {
      String rest = word;
      if (!line.isEmpty() && TextWidth.of(line + " " + rest) > room) {
        lines.add(line.toString());
        line.setLength(0);
        room = width;
      }
      while (TextWidth.of(rest) > room && line.isEmpty()) {
        int end = rest.offsetByCodePoints(0, Math.min(room, rest.codePointCount(0, rest.length())));
        lines.add(rest.substring(0, end));
        rest = rest.substring(end);
        room = width;
      }
      line.append(line.isEmpty() ? "" : " ").append(rest);
    }
    if (!line.isEmpty() || lines.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }
}
