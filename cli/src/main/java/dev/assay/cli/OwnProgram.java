package dev.assay.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// This program, to be run in another process.
final class OwnProgram {
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private OwnProgram() {}

  /// A process to start, with these words after `assay`.
  static ProcessBuilder command(String... words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.add("-cp");
    command.add(System.getProperty("java.class.path", ""));
    command.add(Main.class.getName());
    command.addAll(List.of(words));
    return new ProcessBuilder(command);
  }
}
