package dev.assay.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `assay db`: the advisory database.
@Command(
    name = "db",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Builds, updates and shows the advisory database.")
final class DbCommand implements Runnable {
  private final CommandLine self = new CommandLine(this);

  static CommandLine commandLine(Terminal terminal) {
    DbCommand db = new DbCommand();
    return db.self
        .addSubcommand(new DbBuildCommand(terminal))
        .addSubcommand(new DbUpdateCommand(terminal))
        .addSubcommand(new DbInfoCommand(terminal))
        .addSubcommand(new DbDumpCommand(terminal));
  }

  @Override
  public void run() {
    self.usage(System.out);
  }
}
