package dev.assay.cli;

import dev.assay.feeds.starter.StarterImporter;
import dev.assay.model.SourceInfo;
import dev.assay.vulndb.VulnerabilityDatabase;
import dev.assay.vulndb.VulnerabilityDatabaseBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/// The starter set as a database in memory.
final class StarterDatabase {
  private StarterDatabase() {}

  static VulnerabilityDatabase open() {
    StarterImporter starter = new StarterImporter();
    try (InputStream shipped = StarterImporter.shipped();
        VulnerabilityDatabaseBuilder builder = new VulnerabilityDatabaseBuilder()) {
      builder.starter();
      starter.read("starter.tsv", shipped, builder::accept);
      builder.source(
          new SourceInfo(
              starter.source(),
              starter.title(),
              null,
              SourceInfo.DateOrigin.NONE,
              "Apache-2.0",
              Map.of(),
              0,
              List.of()));
      return VulnerabilityDatabase.of("starter set", builder.toBytes());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
