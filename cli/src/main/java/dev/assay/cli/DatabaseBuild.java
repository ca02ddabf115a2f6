package dev.assay.cli;

import dev.assay.feeds.FeedCompiler;
import dev.assay.feeds.FeedImporters;
import dev.assay.feeds.FeedReport;
import dev.assay.feeds.FeedReport.PassedOver;
import dev.assay.feeds.FeedSink;
import dev.assay.feeds.archive.ArchiveLimits;
import dev.assay.model.FeedRecord;
import dev.assay.model.RejectedRecord;
import dev.assay.model.SourceId;
import dev.assay.model.SourceInfo;
import dev.assay.model.SourceInfo.DateOrigin;
import dev.assay.vulndb.build.VulnerabilityDatabaseBuilder;
import dev.assay.vulndb.build.VulnerabilityDatabaseBuilder.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

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
            new FeedCompiler(FeedImporters.all(), ArchiveLimits.STANDARD, new Records(builder))
                .compile(inputs);
        if (report.sources().isEmpty()) {
          throw new InputException(nothing(inputs, report));
        }
        report.sources().forEach(source -> describe(builder, source));
        builder.write(file);
        return report;
      }
    } catch (IOException failed) {
      throw new InputException(
          "database " + file + " cannot be written: " + IoFailure.words(failed), failed);
    }
  }

  private static String nothing(List<Path> inputs, FeedReport report) {
    String where = String.join(", ", inputs.stream().map(Path::toString).toList());
    String none = "no advisory feed was found in " + where;
    if (!report.rejected().isEmpty()) {
      RejectedRecord first = report.rejected().getFirst();
      return none + "; unreadable: " + first.where() + ": " + first.why();
    }
    return report.passedOver().stream()
        .filter(passed -> passed.kind() != PassedOver.Kind.NOT_A_FEED)
        .findFirst()
        .map(passed -> none + "; not imported: " + passed.example() + ": " + passed.what())
        .orElse(none);
  }

  private static Consumer<FeedRecord> describe(
      VulnerabilityDatabaseBuilder builder, SourceInfo source) {
    return builder.source(
        source.id(), source.title(), source.snapshotDate(), source.dateFrom(), source.licence());
  }

  /// Gives each record to its source.
  private record Records(
      VulnerabilityDatabaseBuilder builder, Map<SourceId, Consumer<FeedRecord>> bySource)
      implements FeedSink {
    Records(VulnerabilityDatabaseBuilder builder) {
      this(builder, new HashMap<>());
    }

    @Override
    public void accept(SourceId source, FeedRecord record) {
      bySource
          .computeIfAbsent(
              source, id -> builder.source(id, id.value(), null, DateOrigin.NONE, null))
          .accept(record);
    }
  }
}
