package dev.assay.cli;

import dev.assay.vulndb.file.DatabaseException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/// The entrance of the program.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    int exit = run(Terminal.ofThisProcess(), arguments);
    System.exit(exit);
  }

  /// Runs one command and returns its exit code; opened up for tests.
  static int run(Terminal terminal, String... arguments) {
    CommandLine commands = AssayCommand.commandLine(terminal);
    commands.setExecutionExceptionHandler(
        (exception, command, parsed) -> report(terminal, exception).number());
    commands.setParameterExceptionHandler(
        (exception, given) -> {
          terminal.error("assay: " + oneLine(exception.getMessage()));
          terminal.error(
              "Try '" + exception.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
          return ExitCode.USAGE.number();
        });
    return commands.execute(arguments);
  }

  private static ExitCode report(Terminal terminal, Exception exception) {
    return switch (exception) {
      case InputException input -> {
        terminal.error("assay: " + oneLine(input.getMessage()));
        yield ExitCode.USAGE;
      }
      case DatabaseException database -> {
        terminal.error("assay: " + oneLine(database.getMessage()));
        yield ExitCode.USAGE;
      }
      case IOException input -> {
        terminal.error("assay: " + oneLine(input.toString()));
        yield ExitCode.USAGE;
      }
      default -> {
        StringWriter trace = new StringWriter();
        exception.printStackTrace(new PrintWriter(trace, true));
        terminal.error("assay: a defect of Assay, please report it:");
        terminal.error(trace.toString());
        yield ExitCode.DEFECT;
      }
    };
  }

  private static String oneLine(@org.jspecify.annotations.Nullable String message) {
    return message == null ? "" : message.replaceAll("\\s*\\R\\s*", " ").strip();
  }
}
