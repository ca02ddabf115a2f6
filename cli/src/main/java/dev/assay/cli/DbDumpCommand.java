package dev.assay.cli;

import dev.assay.model.Ecosystem;
import dev.assay.vulndb.VulnerabilityDatabase;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `assay db dump`: all that is known of a package or a vulnerability, as JSON.
@Command(
    name = "dump",
    description = "Prints what the database knows of a package or a vulnerability, as JSON.")
final class DbDumpCommand implements Callable<Integer> {
  private final Terminal terminal;

  @ArgGroup(multiplicity = "1")
  About about = new About();

  /// What to dump: one of two.
  static final class About {
    @Option(
        names = "--package",
        paramLabel = "NAME",
        description = "A source or binary package's name.")
    @Nullable String packageName;

    @Option(
        names = "--vulnerability",
        paramLabel = "ID",
        description = "A vulnerability, such as CVE-2024-3094.")
    @Nullable String vulnerability;
  }

  @Option(
      names = "--ecosystem",
      paramLabel = "NAME",
      description = "Only this ecosystem, such as debian:12. Default: all.")
  @Nullable String ecosystem;

  @Mixin DatabaseOption database = new DatabaseOption();
  @Mixin CommonOptions common = new CommonOptions();

  DbDumpCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    try (VulnerabilityDatabase advisories = database.open()) {
      Ecosystem only = ecosystem == null || ecosystem.isBlank() ? null : parsed(ecosystem.strip());
      if (only != null && !advisories.ecosystems().contains(only)) {
        throw new InputException(
            "the database has no ecosystem " + only + "; 'assay db info' lists them");
      }
      DatabaseDump dump = new DatabaseDump(advisories, only);
      if (about.packageName != null) {
        dump.ofPackage(about.packageName, terminal.out());
      } else if (about.vulnerability != null) {
        dump.ofVulnerability(VulnerabilityName.parse(about.vulnerability), terminal.out());
      }
      return ExitCode.DONE.number();
    }
  }

  private static Ecosystem parsed(String name) {
    try {
      return Ecosystem.parse(name);
    } catch (IllegalArgumentException noName) {
      throw new InputException("\"" + name + "\" names no ecosystem; one is debian:12", noName);
    }
  }
}
