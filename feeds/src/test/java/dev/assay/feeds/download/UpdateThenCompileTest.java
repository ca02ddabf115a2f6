package dev.assay.feeds.download;

import static dev.assay.feeds.download.FeedServer.bare;
import static dev.assay.feeds.download.FeedServer.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.feeds.FeedCompiler;
import dev.assay.feeds.FeedImporters;
import dev.assay.feeds.FeedReport;
import dev.assay.feeds.archive.ArchiveLimits;
import dev.assay.model.FeedRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was fetched is what a database is built from.
class UpdateThenCompileTest {
  @Test
  void theCacheIsReadWithTheDaysAndLicencesOfItsFiles(@TempDir Path directory) {
    try (UpdateScene scene = new UpdateScene(directory)) {
      scene.server.on("/kev.json", file(Feeds.kev("CVE-2021-44228"), "v1"));
      scene.server.on("/epss.csv.gz", bare(Feeds.epss()));
      scene.server.on(
          "/debian.csv",
          bare(
              """
              version,codename,series,created,release,eol,eol-lts,eol-elts
              12,Bookworm,bookworm,2021-08-14,2023-06-10,2026-06-10,2028-06-30,2033-06-30
              14,Forky,forky,2025-08-09
              """
                  .getBytes(StandardCharsets.UTF_8)));
      UpdateResult result =
          scene.update(
              scene.configuration(
                  """
                  - id: all
                    title: All
                    licence: CC0-1.0
                    base: BASE
                    files:
                      - {url: kev.json, path: kev.json, form: json, largestMiB: 1}
                      - {url: epss.csv.gz, path: epss.csv.gz, form: gzip, largestMiB: 1}
                      - {url: debian.csv, path: distro-info/debian.csv, form: csv, largestMiB: 1}
                  """));
      assertThat(result.failures()).isEmpty();

      List<FeedRecord> records = new ArrayList<>();
      Map<String, String> sources = new TreeMap<>();
      FeedReport report =
          new FeedCompiler(
                  FeedImporters.all(),
                  ArchiveLimits.STANDARD,
                  (source, title, day, dateFrom, licence) -> {
                    sources.put(source.value(), day + " " + dateFrom + " " + licence);
                    return records::add;
                  })
              .compile(List.of(result.feedsDirectory()));

      assertThat(report.complete()).isTrue();
      assertThat(records).hasSize(4);
      assertThat(sources)
          .containsExactly(
              Map.entry("cisa-kev", "2025-03-05 DOWNLOAD CC0-1.0"),
              Map.entry("debian-distro-info", "2025-04-05 DOWNLOAD CC0-1.0"),
              Map.entry("first-epss", "2025-04-05 DOWNLOAD CC0-1.0"));
    }
  }
}
