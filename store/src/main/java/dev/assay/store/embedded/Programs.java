package dev.assay.store.embedded;

import dev.assay.store.DatabaseOpeningException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs the programs of PostgreSQL. They refuse to run as root, who could overwrite anything; so
/// for root they run in a user namespace where nobody is root and which needs no other user.
final class Programs {
  private final Binaries binaries;
  private final List<String> prefix;

  Programs(Binaries binaries) {
    this.binaries = binaries;
    this.prefix =
        "root".equals(System.getProperty("user.name")) ? List.of("unshare", "--user") : List.of();
  }

  /// Runs one to its end.
  ///
  /// @param input what it reads, empty for nothing
  /// @return what it wrote, where it ended well
  /// @throws ProgramFailedException otherwise, with what it wrote
  String run(Path directory, String input, String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(binaries.program(program).toAbsolutePath().toString());
    command.addAll(List.of(arguments));
    Process process = start(directory, command);
    try {
      try (var stdin = process.getOutputStream()) {
        stdin.write(input.getBytes(StandardCharsets.UTF_8));
      }
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new ProgramFailedException(program, said);
      }
      return said;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(program + " was interrupted", interrupted);
    }
  }

  private Process start(Path directory, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(directory.toFile());
    builder.redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    try {
      return builder.start();
    } catch (IOException failure) {
      throw new DatabaseOpeningException(
          prefix.isEmpty()
              ? "PostgreSQL cannot be started: " + failure.getMessage()
              : "PostgreSQL does not run as root, and unshare (util-linux) is not here to help;"
                  + " start Assay as another user",
          failure);
    }
  }
}
