package dev.assay.version;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/// Runs a package manager's own code over a file of lines, in one process.
final class PackageManager {
  private PackageManager() {}

  static void assumeInstalled(String... command) throws IOException, InterruptedException {
    Assumptions.assumeTrue(
        runs(command), "not installed, so not compared with: " + String.join(" ", command));
  }

  /// The lines that the command writes; it finds the given lines in the file that the environment
  /// variable QUESTIONS names.
  static List<String> answers(Path directory, List<String> lines, String... command)
      throws IOException, InterruptedException {
    Path questions = Files.write(directory.resolve("questions"), lines);
    Path answers = directory.resolve("answers");
    var builder = new ProcessBuilder(command);
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("QUESTIONS", questions.toString());
    Process process =
        builder
            .redirectOutput(answers.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.getOutputStream().close();
    int exit = process.waitFor();
    if (exit != 0) {
      throw new IOException(String.join(" ", command) + " ended with " + exit);
    }
    return Files.readAllLines(answers, StandardCharsets.UTF_8);
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
