package dev.assay.cli;

import dev.assay.report.ReportFormat;
import dev.assay.report.TableStyle;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// In which formats to write a result, and where to: the first `--output` belongs to the first
/// `--format`, and so on; a format without a file goes to standard output.
final class OutputOptions {
  private static final int BUFFER = 64 * 1024;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = FormatConverter.class,
      description = "table, json, sarif, cyclonedx, spdx, csv or html; default table. Repeatable.")
  List<ReportFormat> formats = new ArrayList<>();

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description =
          "Write to this file instead of standard output. Repeatable: the first --output belongs to the"
              + " first --format that is not for standard output.")
  List<Path> files = new ArrayList<>();

  @Option(names = "--all", description = "In the table: one row for each finding, nothing folded.")
  boolean unfolded;

  /// Writes one result in one format.
  @FunctionalInterface
  interface Writing {
    void write(ReportFormat format, OutputStream out) throws IOException;
  }

  void write(Terminal terminal, Writing writing) throws IOException {
    List<ReportFormat> wanted = formats.isEmpty() ? List.of(ReportFormat.TABLE) : formats;
    if (files.size() > wanted.size()) {
      throw new InputException(
          files.size() + " --output files, but only " + wanted.size() + " --format");
    }
    if (wanted.size() - files.size() > 1) {
      throw new InputException(
          "only one format can go to standard output; give the others an --output FILE");
    }
    // The one format without a file, if any, is the last: --format json --output a.json --format
    // table.
    for (int index = 0; index < wanted.size(); index++) {
      if (index < files.size()) {
        writeFile(files.get(index), wanted.get(index), writing);
      } else {
        OutputStream out = new BufferedOutputStream(terminal.out(), BUFFER);
        writing.write(wanted.get(index), out);
        out.flush();
      }
    }
  }

  private static void writeFile(Path file, ReportFormat format, Writing writing)
      throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null && !Files.isDirectory(parent)) {
      throw new InputException("output " + file + ": its directory does not exist");
    }
    if (Files.isDirectory(file)) {
      throw new InputException("output " + file + " is a directory");
    }
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
      writing.write(format, out);
    }
  }

  TableStyle style(Terminal terminal) {
    boolean toTerminal = terminal.interactive() && files.size() < Math.max(1, formats.size());
    return new TableStyle(
        terminal.width(),
        toTerminal ? TableStyle.Colours.ANSI : TableStyle.Colours.NONE,
        unfolded ? TableStyle.Folding.UNFOLDED : TableStyle.Folding.FOLDED);
  }
}
