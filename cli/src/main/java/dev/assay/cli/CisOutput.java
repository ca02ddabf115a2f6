package dev.assay.cli;

import dev.assay.scap.evaluation.BenchmarkResult;
import dev.assay.scap.output.ResultWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the results of benchmarks go: one target's to a file or to standard output, those of
/// several to a directory, each in a file that has the name of its target.
final class CisOutput {
  private final Terminal terminal;
  private final @Nullable Path output;
  private final Map<Path, Path> files = new HashMap<>();

  /// Complains before anything is evaluated where several targets have no directory, or would
  /// have the same file.
  ///
  /// @param output what the user named; null is standard output
  CisOutput(Terminal terminal, @Nullable Path output, List<Path> targets, CisFormat format) {
    this.terminal = terminal;
    this.output = output;
    if (targets.size() > 1) {
      nameFiles(targets, format);
    }
  }

  private void nameFiles(List<Path> targets, CisFormat format) {
    if (output == null) {
      throw new InputException(
          "several targets need --output DIRECTORY: each has a file of its own there");
    }
    Map<Path, Path> owners = new HashMap<>();
    for (Path target : targets) {
      Path file = output.resolve(name(target) + "." + format.extension());
      Path other = owners.putIfAbsent(file, target);
      if (other != null) {
        throw new InputException(
            "targets " + other + " and " + target + " would both be written to " + file);
      }
      files.put(target, file);
    }
    try {
      Files.createDirectories(output);
    } catch (IOException failed) {
      throw new InputException(
          "output " + output + " cannot be made: " + IoFailure.words(failed), failed);
    }
  }

  /// The last part of its path; what the root of this machine is called is not in it.
  private static String name(Path target) {
    Path name = target.toAbsolutePath().normalize().getFileName();
    return name == null ? "root" : name.toString();
  }

  void write(ResultWriter writer, BenchmarkResult result, Path target) throws IOException {
    Path file = files.isEmpty() ? output : files.get(target);
    if (file == null) {
      OutputStream out = new BufferedOutputStream(terminal.out());
      writer.write(result, target.toString(), out);
      out.flush();
      return;
    }
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      writer.write(result, target.toString(), out);
    } catch (IOException failed) {
      throw new InputException(
          "output " + file + " cannot be written: " + IoFailure.words(failed), failed);
    }
  }
}
