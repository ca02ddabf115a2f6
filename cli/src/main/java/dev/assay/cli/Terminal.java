package dev.assay.cli;

import java.io.Console;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The streams a command may use. Results go to `out`, everything else to the error stream.
///
/// @param interactive whether a person reads the output: colours and progress are for terminals
///     only
/// @param width columns to lay tables out for
record Terminal(OutputStream out, PrintStream err, boolean interactive, int width) {
  private static final int DEFAULT_WIDTH = 100;
  private static final int LEAST_WIDTH = 60;

  static Terminal ofThisProcess() {
    boolean interactive = isTerminal(System.console()) && System.getenv("NO_COLOR") == null;
    return new Terminal(
        new ResultStream(
            "standard output", new java.io.FileOutputStream(java.io.FileDescriptor.out)),
        new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.err), true, StandardCharsets.UTF_8),
        interactive,
        columns());
  }

  private static boolean isTerminal(@Nullable Console console) {
    return console != null && console.isTerminal();
  }

  private static int columns() {
    String columns = System.getenv("COLUMNS");
    if (columns == null || !columns.matches("\\d{1,4}")) {
      return DEFAULT_WIDTH;
    }
    return Math.max(LEAST_WIDTH, Integer.parseInt(columns));
  }

  void error(String line) {
    err.println(line);
  }
}
