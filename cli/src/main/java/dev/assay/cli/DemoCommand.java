package dev.assay.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `assay demo`: a service to look at, with hosts in it.
@Command(
    name = "demo",
    description = {
      "Runs the service in a temporary directory, with three sample hosts and, by an agent of its",
      "own, this machine; says what to try. Ends with Ctrl-C and leaves nothing."
    })
final class DemoCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Where to listen. Default: any free port.")
  int port;

  DemoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    return Demo.run(terminal, port).number();
  }
}
