package dev.assay.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/// `assay serve`: the service. Its options are the server's settings, which are read by the server
/// itself: no other command pays for loading it.
@Command(name = "serve", description = "Runs the service: the APIs of Inspector over PostgreSQL.")
final class ServeCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = {"-h", "--help"},
      description = "Show this help.")
  boolean help;

  @Unmatched List<String> settings = new ArrayList<>();

  ServeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    return help ? Serving.help(terminal) : Serving.serve(terminal, settings);
  }
}
