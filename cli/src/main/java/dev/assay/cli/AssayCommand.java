package dev.assay.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command of commands.
@Command(
    name = "assay",
    mixinStandardHelpOptions = true,
    versionProvider = AssayVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Finds what is vulnerable in hosts and root file systems, and says why.",
    footer = {
      "",
      "Start with:  assay scan /",
      "Exit codes:  0 done, 1 a finding at or above --fail-on, 2 wrong usage or input,",
      "             3 something could not be assessed at all, 70 a defect of Assay"
    })
final class AssayCommand implements Runnable {
  private CommandLine self = new CommandLine(this);

  static CommandLine commandLine(Terminal terminal) {
    AssayCommand root = new AssayCommand();
    CommandLine commands =
        root.self
            .addSubcommand(new ScanCommand(terminal))
            .addSubcommand(new InventoryCommand(terminal))
            .addSubcommand(new ExplainCommand(terminal))
            .addSubcommand(DbCommand.commandLine(terminal));
    commands.setExpandAtFiles(false);
    commands.setUsageHelpAutoWidth(true);
    return commands;
  }

  @Override
  public void run() {
    self.usage(System.out);
  }
}
