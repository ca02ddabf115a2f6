package dev.assay.scap.output;

import dev.assay.scap.evaluation.BenchmarkResult;
import dev.assay.scap.evaluation.RuleResult;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes one line for each rule (RFC 4180). A cell that a spreadsheet would take for a formula is
/// made text.
public final class CsvResultWriter implements ResultWriter {
  @Override
  public void write(BenchmarkResult result, String resource, OutputStream out) throws IOException {
    line(
        List.of("resource", "rule", "title", "severity", "status", "reason", "waiver", "controls"),
        out);
    for (RuleResult rule : result.rules()) {
      line(
          List.of(
              resource,
              rule.key(),
              rule.rule().title(),
              rule.severity(),
              rule.status().word(),
              rule.reason(),
              Optional.ofNullable(rule.waiver())
                  .map(waiver -> waiver.sentence(result.day()))
                  .orElse(""),
              rule.rule().references().stream()
                  .map(reference -> reference.text())
                  .distinct()
                  .collect(Collectors.joining("; "))),
          out);
    }
  }

  private static void line(List<String> cells, OutputStream out) throws IOException {
    String line =
        cells.stream().map(CsvResultWriter::cell).collect(Collectors.joining(",")) + "\r\n";
    out.write(line.getBytes(StandardCharsets.UTF_8));
  }

  private static String cell(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
  }
}
