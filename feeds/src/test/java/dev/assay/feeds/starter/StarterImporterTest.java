package dev.assay.feeds.starter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Advisory;
import dev.assay.model.Ecosystem;
import dev.assay.model.FeedRecord;
import dev.assay.model.KnownExploited;
import dev.assay.model.RejectedRecord;
import dev.assay.model.ReleaseLife;
import dev.assay.model.SourceId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StarterImporterTest {
  private static List<FeedRecord> read(InputStream in) throws IOException {
    List<FeedRecord> records = new ArrayList<>();
    new StarterImporter().read("starter.tsv", in, records::add);
    return records;
  }

  private static List<FeedRecord> read(String text) throws IOException {
    return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void the_shipped_set_has_at_least_150_vulnerabilities_each_with_a_statement() throws IOException {
    try (InputStream shipped = StarterImporter.shipped()) {
      List<FeedRecord> records = read(shipped);
      assertThat(records).noneMatch(RejectedRecord.class::isInstance);
      List<Advisory> advisories =
          records.stream().filter(Advisory.class::isInstance).map(Advisory.class::cast).toList();
      assertThat(advisories).hasSizeGreaterThanOrEqualTo(150);
      assertThat(advisories)
          .allSatisfy(
              advisory -> {
                assertThat(advisory.affected()).isNotEmpty();
                assertThat(advisory.title()).isNotBlank();
              });
      assertThat(records).filteredOn(KnownExploited.class::isInstance).hasSizeGreaterThan(30);
    }
  }

  @Test
  void the_shipped_set_knows_how_long_releases_are_supported() throws IOException {
    try (InputStream shipped = StarterImporter.shipped()) {
      assertThat(read(shipped))
          .contains(
              new ReleaseLife(
                  new SourceId("assay-starter"),
                  Ecosystem.parse("debian:11"),
                  "Debian 11 (bullseye)",
                  LocalDate.of(2021, 8, 14),
                  LocalDate.of(2024, 8, 14),
                  LocalDate.of(2026, 8, 31),
                  "LTS"));
    }
  }

  @Test
  void a_bad_line_is_rejected_and_the_rest_is_read() throws IOException {
    List<FeedRecord> records =
        read(
            """
            # assay starter set 1
            V\tCVE-1\t\t\t\tone\t
            F\tCVE-1\tdebian:12
            F\tCVE-1\tdebian:12\t\tS\t1.0\t\tbash
            nonsense
            L\tdebian:12\tDebian 12\tlong ago\t\t\t
            V\tCVE-2\tnot a vector\t\t\ttwo\tNVD
            """);
    assertThat(records).filteredOn(RejectedRecord.class::isInstance).hasSize(4);
    assertThat(records).filteredOn(Advisory.class::isInstance).hasSize(1);
  }
}
