package dev.assay.agent.program;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/// What only the program takes, and not the command of a greater one.
final class ProgramOptions {
  private static final String CONFIG = "--config";

  @Option(
      names = CONFIG,
      paramLabel = "FILE",
      description = "Settings: name = value on each line. Default: ${DEFAULT-VALUE}")
  Path config;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  boolean version;

  ProgramOptions(Path config) {
    this.config = config;
  }

  /// The file that a command line names, looked up before it is parsed: what the file says comes
  /// before what the command line says.
  static Optional<Path> configuration(List<String> arguments) {
    Optional<Path> named = Optional.empty();
    for (Iterator<String> words = arguments.iterator(); words.hasNext(); ) {
      String word = words.next();
      if (word.equals(CONFIG) && words.hasNext()) {
        named = Optional.of(Path.of(words.next()));
      } else if (word.startsWith(CONFIG + "=")) {
        named = Optional.of(Path.of(word.substring(CONFIG.length() + 1)));
      }
    }
    return named;
  }
}
