package dev.assay.cli;

import dev.assay.model.RejectedRecord;
import dev.assay.report.PlainText;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Lines of text for a person, wrapped to a width.
final class TextPage {
  private final PrintWriter out;
  private final int width;

  TextPage(OutputStream out, int width) {
    this.out = new PrintWriter(out, false, StandardCharsets.UTF_8);
    this.width = width;
  }

  /// With commas between the thousands, wherever the reader lives.
  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  void line(String text) {
    out.print(text.stripTrailing() + '\n');
  }

  void blank() {
    line("");
  }

  /// Items with commas between them; those that have no room go on below the first.
  void list(String start, List<String> items) {
    wrap(start, items.stream().map(item -> item + ",").toList());
  }

  /// Words; those that have no room go on below the first.
  void words(String start, String text) {
    wrap(start, Arrays.asList(text.split(" ")));
  }

  /// One record that could not be read. Not wrapped: it is for searching and copying.
  void rejected(RejectedRecord rejected) {
    line("  " + PlainText.line(rejected.where() + ": " + rejected.why()));
  }

  void flush() {
    out.flush();
  }

  private void wrap(String start, List<String> parts) {
    StringBuilder line = new StringBuilder(start);
    boolean fresh = true;
    for (String part : parts) {
      if (!fresh && line.length() + 1 + part.length() > width) {
        line(line.toString());
        line = new StringBuilder(" ".repeat(start.length()));
        fresh = true;
      }
      line.append(fresh ? "" : " ").append(part);
      fresh = false;
    }
    String last = line.toString();
    line(last.endsWith(",") ? last.substring(0, last.length() - 1) : last);
  }
}
