package dev.assay.jmh;

import dev.assay.model.SourceId;
import dev.assay.model.SourceInfo;
import dev.assay.vulndb.build.VulnerabilityDatabaseBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;

/// Builds a database of synthetic advisories, to measure the builder without the parsing:
/// `FILE [SCALE]`. Run it under `/usr/bin/time -v`.
public final class SyntheticDatabase {
  private SyntheticDatabase() {}

  public static void main(String[] args) throws IOException {
    Path target = Path.of(args[0]);
    double scale = args.length > 1 ? Double.parseDouble(args[1]) : 1.0;
    long start = System.nanoTime();
    try (VulnerabilityDatabaseBuilder builder =
        new VulnerabilityDatabaseBuilder(
            Instant.EPOCH, VulnerabilityDatabaseBuilder.Purpose.FULL)) {
      new SyntheticAdvisories(1)
          .emit(
              scale,
              builder.source(
                  new SourceId("synthetic"),
                  "Synthetic",
                  LocalDate.EPOCH,
                  SourceInfo.DateOrigin.FEED,
                  null));
      long accepted = System.nanoTime();
      builder.write(target);
      System.out.printf(
          "taken in: %.1f s, written: %.1f s, %d bytes%n",
          (accepted - start) / 1e9, (System.nanoTime() - accepted) / 1e9, Files.size(target));
    }
  }
}
