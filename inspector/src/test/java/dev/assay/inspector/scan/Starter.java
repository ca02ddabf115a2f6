package dev.assay.inspector.scan;

import dev.assay.assessment.evidence.Advisories.Edition;
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

/// The starter set that ships with Assay, as the service's advisories.
public final class Starter {
  private Starter() {}

  public static Edition edition() {
    StarterImporter starter = new StarterImporter();
    try (InputStream shipped = StarterImporter.shipped();
        VulnerabilityDatabaseBuilder builder =
            new VulnerabilityDatabaseBuilder(Instant.EPOCH, Purpose.STARTER_SET)) {
      Consumer<FeedRecord> records =
          builder.source(
              starter.source(), starter.title(), null, SourceInfo.DateOrigin.NONE, "Apache-2.0");
      starter.read("starter.tsv", shipped, records);
      return new Edition("starter", VulnerabilityDatabase.of("starter set", builder.toBytes()));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
