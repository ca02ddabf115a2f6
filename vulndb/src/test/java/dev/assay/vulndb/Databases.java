package dev.assay.vulndb;

import dev.assay.model.FeedRecord;
import dev.assay.model.SourceId;
import dev.assay.model.SourceInfo;
import dev.assay.vulndb.build.VulnerabilityDatabaseBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// Small databases for tests.
final class Databases {
  static final Instant BUILT = Instant.parse("2025-03-01T12:00:00Z");

  private Databases() {}

  static VulnerabilityDatabase of(FeedRecord... records) {
    return VulnerabilityDatabase.of("test.adb", bytes(List.of(records)));
  }

  static VulnerabilityDatabase of(List<? extends FeedRecord> records) {
    return VulnerabilityDatabase.of("test.adb", bytes(records));
  }

  static byte[] bytes(List<? extends FeedRecord> records) {
    try (VulnerabilityDatabaseBuilder builder =
        new VulnerabilityDatabaseBuilder(BUILT, VulnerabilityDatabaseBuilder.Purpose.FULL)) {
      Consumer<FeedRecord> sink =
          builder.source(new SourceId("test"), "Test", null, SourceInfo.DateOrigin.NONE, "CC0-1.0");
      records.forEach(sink);
      return builder.toBytes();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
