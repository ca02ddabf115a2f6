package dev.assay.cli;

import dev.assay.agent.program.AgentCommand;
import dev.assay.agent.program.PathConverter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/// The command of commands.
@Command(
    name = "assay",
    versionProvider = AssayVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Finds what is vulnerable in hosts and root file systems, and says why.",
    footer = {
      "",
      "Start with:  assay scan /",
      "Then:        assay COMMAND --help",
      "Exit codes:  0 done, 1 a finding at or above --fail-on, 2 wrong usage or input,",
      "             3 something could not be assessed at all, 4 an agent's key was revoked,",
      "             70 a defect of Assay"
    })
final class AssayCommand implements Runnable {
  private static final int WIDEST_HELP = 100;

  private final CommandLine self = new CommandLine(this);

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  boolean version;

  static CommandLine commandLine(Terminal terminal) {
    AssayCommand root = new AssayCommand();
    CommandLine commands =
        root.self
            .addSubcommand(new ScanCommand(terminal))
            .addSubcommand(new InventoryCommand(terminal))
            .addSubcommand(new ExplainCommand(terminal))
            .addSubcommand(new NetworkCommand(terminal))
            .addSubcommand(new CisCommand(terminal))
            .addSubcommand(DbCommand.commandLine(terminal))
            .addSubcommand(new ServeCommand(terminal))
            .addSubcommand(
                new AgentCommand(
                    new AgentCommand.Place(
                        AssayVersion.text(),
                        () -> ApplicationDirectories.ofThisUser().data().resolve("agent"),
                        terminal::error)))
            .addSubcommand(new DemoCommand(terminal))
            .addSubcommand(AdminCommand.commandLine(terminal));
    commands.registerConverter(Path.class, new PathConverter());
    commands.registerConverter(Target.class, new TargetConverter());
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.setExpandAtFiles(false);
    commands.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
    commands.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
    commands.setUsageHelpWidth(Math.min(terminal.width(), WIDEST_HELP));
    commands.setColorScheme(Help.defaultColorScheme(terminal.interactive() ? Ansi.ON : Ansi.OFF));
    return commands;
  }

  @Override
  public void run() {
    self.usage(self.getOut());
  }
}
