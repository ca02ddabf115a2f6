package dev.assay.cli;

import dev.assay.feeds.starter.StarterImporter;
import dev.assay.model.FeedRecord;
import dev.assay.model.SourceInfo;
import dev.assay.vulndb.VulnerabilityDatabase;
import dev.assay.vulndb.build.VulnerabilityDatabaseBuilder;
import dev.assay.vulndb.build.VulnerabilityDatabaseBuilder.Purpose;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.function.Consumer;

/// The starter set as a database in memory.
final class StarterDatabase {
  private StarterDatabase() {}

  static VulnerabilityDatabase open() {
    StarterImporter starter = new StarterImporter();
    try (InputStream shipped = StarterImporter.shipped();
        VulnerabilityDatabaseBuilder builder =
            new VulnerabilityDatabaseBuilder(Instant.now(), Purpose.STARTER_SET)) {
      Consumer<FeedRecord> records =
          builder.source(
              starter.source(), starter.title(), null, SourceInfo.DateOrigin.NONE, "Apache-2.0");
      starter.read("starter.tsv", shipped, records);
      return VulnerabilityDatabase.of("starter set", builder.toBytes());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
