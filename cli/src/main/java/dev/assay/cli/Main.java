package dev.assay.cli;

import dev.assay.agent.program.UnusableException;
import dev.assay.agent.program.UsageMistake;
import dev.assay.report.PlainText;
import dev.assay.vulndb.file.DatabaseException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/// The entrance of the program.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    Terminal terminal = Terminal.ofThisProcess();
    System.exit(runGuarded(terminal, arguments));
  }

  /// An error of the virtual machine (out of memory, a stack too deep) must not look like
  /// findings.
  private static int runGuarded(Terminal terminal, String... arguments) {
    try {
      return run(terminal, arguments);
    } catch (OutOfMemoryError memory) {
      terminal.error("assay: out of memory; give it more with ASSAY_JAVA_OPTIONS=-Xmx…");
      return ExitCode.DEFECT.number();
    } catch (Exception exception) {
      return report(terminal, exception).number();
    } catch (Throwable defect) {
      return defect(terminal, defect).number();
    }
  }

  /// Runs one command and returns its exit code; opened up for tests.
  static int run(Terminal terminal, String... arguments) {
    CommandLine commands = AssayCommand.commandLine(terminal);
    commands.setExecutionExceptionHandler(
        (exception, command, parsed) -> report(terminal, exception).number());
    commands.setParameterExceptionHandler(
        (exception, given) -> {
          terminal.error("assay: " + PlainText.line(UsageMistake.words(exception)));
          return ExitCode.USAGE.number();
        });
    return commands.execute(arguments);
  }

  private static ExitCode report(Terminal terminal, Exception exception) {
    return switch (exception) {
      case InputException input -> {
        terminal.error("assay: " + line(input));
        yield ExitCode.USAGE;
      }
      case UnusableException agent -> {
        terminal.error("assay: " + line(agent));
        yield ExitCode.USAGE;
      }
      case DatabaseException database -> {
        terminal.error("assay: " + line(database));
        yield ExitCode.USAGE;
      }
      case IOException input -> {
        terminal.error("assay: " + PlainText.line(input.toString()));
        yield ExitCode.USAGE;
      }
      default -> defect(terminal, exception);
    };
  }

  private static ExitCode defect(Terminal terminal, Throwable defect) {
    StringWriter trace = new StringWriter();
    defect.printStackTrace(new PrintWriter(trace, true));
    terminal.error("assay: a defect of Assay, please report it:");
    terminal.error(trace.toString());
    return ExitCode.DEFECT;
  }

  /// A message may quote what it read, which must not reach a terminal raw.
  private static String line(RuntimeException exception) {
    return PlainText.line(String.valueOf(exception.getMessage()));
  }
}
