package dev.assay.report;

import java.util.List;
import java.util.stream.Collectors;

/// Lines of CSV by RFC 4180.
///
/// Spreadsheets run a cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return as a
/// formula, and package names come from strangers: such a cell is given a leading apostrophe,
/// which spreadsheets do not show.
public final class CsvLine {
  private CsvLine() {}

  /// Appends a line and its end.
  public static void append(StringBuilder csv, List<String> cells) {
    csv.append(cells.stream().map(CsvLine::cell).collect(Collectors.joining(","))).append("\r\n");
  }

  static String cell(String text) {
    String harmless = PlainText.wellFormed(text);
    if (!harmless.isEmpty() && "=+-@\t\r".indexOf(harmless.charAt(0)) >= 0) {
      harmless = "'" + harmless;
    }
    boolean quote = harmless.chars().anyMatch(c -> "\",\r\n".indexOf(c) >= 0);
    return quote ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
  }
}
