package dev.assay.cli;

import dev.assay.vulndb.VulnerabilityDatabase;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `assay db info`: what a database holds.
@Command(
    name = "info",
    description =
        "Shows every source of the database with its date, its counts and what was rejected.")
final class DbInfoCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin DatabaseOption database = new DatabaseOption();
  @Mixin CommonOptions common = new CommonOptions();

  @Option(names = "--format", paramLabel = "FORMAT", description = "table (default) or json.")
  String format = "table";

  @Option(names = "--verify", description = "Read the whole file and check every checksum.")
  boolean verify;

  DbInfoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (!format.equals("table") && !format.equals("json")) {
      throw new InputException("db info has no format " + format + "; there are table, json");
    }
    try (VulnerabilityDatabase advisories = database.open()) {
      if (verify) {
        advisories.verify();
      }
      if (format.equals("json")) {
        new DatabaseJson(advisories).write(terminal.out());
        return ExitCode.DONE.number();
      }
      TextPage page = new TextPage(terminal.out(), terminal.width());
      new DatabaseText(advisories, page).write();
      if (verify) {
        page.blank();
        page.line("Every checksum is right.");
      }
      page.flush();
      return ExitCode.DONE.number();
    }
  }
}
