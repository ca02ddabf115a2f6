package dev.assay.cli;

import dev.assay.report.ReportFormat;
import dev.assay.report.TableStyle;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/// In which formats to write a result, and where to: the first `--output` belongs to the first
/// `--format`, and so on; a last format without a file goes to standard output.
final class OutputOptions {
  private static final int BUFFER = 64 * 1024;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = FormatConverter.class,
      description =
          "table (the default), json, cyclonedx or spdx; of a scan also sarif, csv and html."
              + " Repeatable.")
  List<ReportFormat> formats = new ArrayList<>();

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description =
          "Write to this file instead of standard output. Repeatable: the first --output is for the"
              + " first --format, and so on; one last --format may go to standard output.")
  List<Path> files = new ArrayList<>();

  /// Writes one result in one format.
  @FunctionalInterface
  interface Writing {
    void write(ReportFormat format, OutputStream out) throws IOException;
  }

  List<ReportFormat> wanted() {
    return formats.isEmpty() ? List.of(ReportFormat.TABLE) : formats;
  }

  /// To be asked before the work, so that nobody waits for a result that has nowhere to go.
  void check() {
    int wanted = wanted().size();
    if (files.size() > wanted) {
      throw new InputException(files.size() + " --output files, but only " + wanted + " --format");
    }
    if (wanted - files.size() > 1) {
      throw new InputException(
          "only one format can go to standard output; give the others an --output FILE");
    }
    Set<Path> seen = new HashSet<>();
    for (Path file : files) {
      check(file);
      if (!seen.add(file.toAbsolutePath().normalize())) {
        throw new InputException("output " + file + " is named for two formats");
      }
    }
  }

  private static void check(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null && !Files.isDirectory(parent)) {
      throw new InputException("output " + file + ": its directory does not exist");
    }
    if (Files.isDirectory(file)) {
      throw new InputException("output " + file + " is a directory");
    }
  }

  void write(Terminal terminal, Writing writing) throws IOException {
    List<ReportFormat> wanted = wanted();
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
    String name = "output " + file;
    try (OutputStream out =
        new BufferedOutputStream(new ResultStream(name, opened(file, name)), BUFFER)) {
      writing.write(format, out);
    }
  }

  private static OutputStream opened(Path file, String name) {
    try {
      return Files.newOutputStream(file);
    } catch (IOException failed) {
      throw new InputException(name + " cannot be written: " + IoFailure.words(failed), failed);
    }
  }

  TableStyle style(Terminal terminal, TableStyle.Folding folding) {
    boolean toTerminal = terminal.interactive() && files.size() < wanted().size();
    return new TableStyle(
        terminal.width(), toTerminal ? TableStyle.Colours.ANSI : TableStyle.Colours.NONE, folding);
  }
}
