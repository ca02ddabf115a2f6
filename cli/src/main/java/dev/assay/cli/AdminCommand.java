package dev.assay.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `assay admin`: what only administrators may do, or who has the server's machine.
@Command(
    name = "admin",
    synopsisSubcommandLabel = "COMMAND",
    description = "Administers a service.")
final class AdminCommand implements Runnable {
  private final CommandLine self = new CommandLine(this);

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  static CommandLine commandLine(Terminal terminal) {
    AdminCommand admin = new AdminCommand();
    return admin
        .self
        .addSubcommand(new AdminRecoverCommand(terminal))
        .addSubcommand(new TokenCommand(terminal));
  }

  @Override
  public void run() {
    self.usage(self.getOut());
  }
}
