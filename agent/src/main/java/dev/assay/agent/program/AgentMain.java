package dev.assay.agent.program;

import dev.assay.report.PlainText;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/// The entrance of `assay-agent`, the program that hosts have: the agent and nothing else.
public final class AgentMain {
  private static final Path CONFIGURATION = Path.of("/etc/assay-agent/agent.conf");
  private static final Path STATE = Path.of("/var/lib/assay-agent");

  private final PrintStream out;
  private final PrintStream err;
  private final Path configuration;

  /// The program.
  ///
  /// @param configuration the file of settings where none is named; it need not be there
  AgentMain(PrintStream out, PrintStream err, Path configuration) {
    this.out = out;
    this.err = err;
    this.configuration = configuration;
  }

  public static void main(String[] arguments) {
    System.exit(
        new AgentMain(stream(FileDescriptor.out), stream(FileDescriptor.err), CONFIGURATION)
            .run(List.of(arguments)));
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /// Runs, and returns the exit code.
  int run(List<String> arguments) {
    try {
      return commandLine().execute(words(arguments).toArray(String[]::new));
    } catch (Throwable failure) {
      return report(failure).number();
    }
  }

  private CommandLine commandLine() {
    AgentCommand agent =
        new AgentCommand(new AgentCommand.Place(AgentVersion.text(), () -> STATE, err::println));
    CommandLine command = new CommandLine(agent);
    command.setCommandName("assay-agent");
    command.addMixin("program", new ProgramOptions(configuration));
    command.getCommandSpec().versionProvider(new AgentVersion());
    command.registerConverter(Path.class, new PathConverter());
    command.setOverwrittenOptionsAllowed(true);
    command.setExpandAtFiles(false);
    command.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    command.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    command.setExecutionExceptionHandler((failure, failed, parsed) -> report(failure).number());
    command.setParameterExceptionHandler(
        (mistake, given) -> {
          err.println("assay: " + PlainText.line(UsageMistake.words(mistake)));
          return AgentExit.USAGE.number();
        });
    return command;
  }

  /// What the settings say, and then what the command line says, which wins.
  private List<String> words(List<String> arguments) throws IOException {
    Path file = ProgramOptions.configuration(arguments).orElse(configuration);
    List<String> all = new ArrayList<>();
    if (!file.equals(configuration) || Files.exists(file)) {
      all.addAll(Configuration.words(file.toString(), Files.readString(file)));
    }
    all.addAll(arguments);
    return all;
  }

  private AgentExit report(Throwable failure) {
    switch (failure) {
      case UnusableException _ ->
          err.println("assay: " + line(String.valueOf(failure.getMessage())));
      case IOException _ -> err.println("assay: " + line(failure.toString()));
      default -> {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        err.println("assay: a defect of Assay, please report it:");
        err.println(trace);
        return AgentExit.DEFECT;
      }
    }
    return AgentExit.USAGE;
  }

  /// A message may quote what was read, which must not reach a terminal raw.
  private static String line(String message) {
    return PlainText.line(message);
  }
}
