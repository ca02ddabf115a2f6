package dev.assay.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One run of the program in this process, its streams caught.
record Assay(int exitCode, String out, String err) {
  static final Path EXAMPLES = Path.of("../examples");
  private static final int WIDTH = 100;

  /// Runs `assay` with these words; a path is a word.
  static Assay run(Object... words) {
    return run(false, words);
  }

  /// As a person at a terminal would.
  static Assay runAtTerminal(Object... words) {
    return run(true, words);
  }

  private static Assay run(boolean interactive, Object... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
    Terminal terminal =
        new Terminal(new ResultStream("standard output", out), errors, interactive, WIDTH);
    String[] arguments = Stream.of(words).map(Object::toString).toArray(String[]::new);
    int exitCode = Main.run(terminal, arguments);
    return new Assay(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  static Path root(String name) {
    return EXAMPLES.resolve("roots").resolve(name);
  }

  /// The lines of the error stream.
  List<String> complaints() {
    return err.lines().toList();
  }

  JsonNode json() {
    return JsonMapper.shared().readTree(out);
  }

  List<String> lines() {
    return out.lines().toList();
  }
}
