package dev.assay.cli;

import dev.assay.feeds.FeedCompiler;
import dev.assay.feeds.FeedImporters;
import dev.assay.feeds.FeedReport;
import dev.assay.feeds.archive.ArchiveLimits;
import dev.assay.vulndb.build.VulnerabilityDatabaseBuilder;
import dev.assay.vulndb.build.VulnerabilityDatabaseBuilder.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// Compiles feed files into an advisory database file.
final class DatabaseBuild {
  private DatabaseBuild() {}

  /// Builds `file` from the feed files under `inputs`; a file that is there already is replaced
  /// at once or not at all.
  static FeedReport build(List<Path> inputs, Path file) {
    for (Path input : inputs) {
      if (!Files.exists(input)) {
        throw new InputException("feed directory " + input + " does not exist");
      }
    }
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null || Files.isDirectory(file)) {
      throw new InputException("database " + file + " is a directory");
    }
    try {
      Files.createDirectories(parent);
      try (VulnerabilityDatabaseBuilder builder =
          new VulnerabilityDatabaseBuilder(Instant.now(), Purpose.FULL)) {
        FeedReport report =
            new FeedCompiler(FeedImporters.all(), ArchiveLimits.STANDARD, builder::source)
                .compile(inputs);
        if (report.records() == 0) {
          throw new InputException(
              "no advisory feed was found in "
                  + String.join(", ", inputs.stream().map(Path::toString).toList()));
        }
        builder.write(file);
        return report;
      }
    } catch (IOException failed) {
      throw new InputException(
          "database " + file + " cannot be written: " + failed.getMessage(), failed);
    }
  }
}
