package dev.assay.cli;

import picocli.CommandLine.Option;

/// Flags that every command takes.
final class CommonOptions {
  @Option(names = "--offline", description = "Never open a connection. Only 'db update' ever does.")
  boolean offline;

  @Option(names = "--quiet", description = "No progress and no remarks on standard error.")
  boolean quiet;

  @Option(names = "--no-progress", description = "No progress on standard error.")
  boolean noProgress;

  boolean showsProgress(Terminal terminal) {
    return terminal.interactive() && !quiet && !noProgress;
  }
}
