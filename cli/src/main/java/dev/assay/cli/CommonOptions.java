package dev.assay.cli;

import picocli.CommandLine.Option;

/// Flags that every command takes.
final class CommonOptions {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  @Option(
      names = "--offline",
      description =
          "Never open a connection. (Only 'db update', --submit, 'network --aws' and ssh:// targets"
              + " open one.)")
  boolean offline;

  @Option(names = "--quiet", description = "No progress and no remarks.")
  boolean quiet;

  @Option(names = "--no-progress", description = "No progress on standard error.")
  boolean noProgress;

  boolean showsProgress(Terminal terminal) {
    return terminal.interactive() && !quiet && !noProgress;
  }
}
