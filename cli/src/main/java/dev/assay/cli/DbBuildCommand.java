package dev.assay.cli;

import dev.assay.feeds.FeedReport;
import dev.assay.vulndb.VulnerabilityDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `assay db build`: a database from feed files on disk.
@Command(
    name = "build",
    description = "Compiles advisory feeds that lie on disk into one database file.")
final class DbBuildCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = "--from",
      arity = "1..*",
      required = true,
      paramLabel = "DIR",
      description = "Where the feed files are, in any mix of forms and archives. Repeatable.")
  List<Path> from = new ArrayList<>();

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "The file to write. Default: the one that scan uses.")
  @Nullable Path to;

  @Mixin CommonOptions common = new CommonOptions();

  DbBuildCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Path file = to == null ? new DatabaseOption().location() : to;
    FeedReport report = DatabaseBuild.build(from, file);
    if (!common.quiet) {
      try (VulnerabilityDatabase built = DatabaseOption.open(file)) {
        TextPage page = new TextPage(terminal.out(), terminal.width());
        new DatabaseText(built, page).write();
        new FeedReportText(report, page).write();
        page.flush();
      }
    }
    return ExitCode.DONE.number();
  }
}
