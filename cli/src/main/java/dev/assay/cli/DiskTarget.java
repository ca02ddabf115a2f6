package dev.assay.cli;

import java.nio.file.Path;

/// A directory or a file.
record DiskTarget(Path path) implements Target {
  @Override
  public String name() {
    return path.toString();
  }
}
