package dev.assay.feeds;

import static dev.assay.feeds.archive.Packed.tar;
import static dev.assay.feeds.archive.Packed.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.feeds.archive.ArchiveLimits;
import dev.assay.feeds.epss.EpssImporter;
import dev.assay.feeds.kev.KevImporter;
import dev.assay.model.FeedRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The day a feed states of itself dates it where no manifest does.
class StatedDayTest {
  private static final String KEV =
      """
      {"title": "Catalog", "catalogVersion": "2024.01.02", "dateReleased": "%s", "count": 1,
       "vulnerabilities": [{"cveID": "CVE-2021-44228", "vulnerabilityName": "Log4Shell",
         "dateAdded": "2021-12-10", "requiredAction": "Update.", "dueDate": "2021-12-24",
         "knownRansomwareCampaignUse": "Known"}]}
      """;

  private static final String EPSS =
      """
      #model_version:v2023.03.01,score_date:%s
      cve,epss,percentile
      CVE-2021-44228,0.97,0.99
      """;

  @TempDir private Path directory;

  private final List<FeedRecord> records = new ArrayList<>();
  private final List<String> sources = new ArrayList<>();

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "2024-01-02T15:04:05.1234Z, 2024-01-02 FEED",
    "2024-01-02, 2024-01-02 FEED",
    "2024-01-02T23:30:00-05:00, 2024-01-03 FEED",
    "the second of January, null NONE",
    "'', null NONE"
  })
  void the_catalogues_release_is_its_day(String released, String expected) throws IOException {
    write("kev.json", text(KEV.formatted(released)));
    compile();
    assertThat(sources).containsExactly("cisa-kev " + expected);
    assertThat(records).hasSize(1);
  }

  @Test
  void the_catalogue_as_csv_states_no_day() throws IOException {
    write(
        "kev.csv",
        text(
            """
            cveID,vendorProject,product,vulnerabilityName,dateAdded,shortDescription,\
            requiredAction,dueDate,knownRansomwareCampaignUse,notes,cwes
            CVE-2014-0160,OpenSSL,OpenSSL,Heartbleed,2022-05-04,C,,,Unknown,,
            """));
    compile();
    assertThat(sources).containsExactly("cisa-kev null NONE");
  }

  @Test
  void a_manifests_day_comes_before_the_feeds_own() throws IOException {
    write("kev.json", text(KEV.formatted("2024-01-02T15:04:05Z")));
    write("manifest.json", text("{\"kev.json\": {\"snapshotDate\": \"2024-02-01\"}}"));
    compile();
    assertThat(sources).containsExactly("cisa-kev 2024-02-01 MANIFEST");
  }

  @Test
  void a_manifest_without_a_day_leaves_it_to_the_feed() throws IOException {
    write("kev.json", text(KEV.formatted("2024-01-02T15:04:05Z")));
    write("manifest.json", text("{\"kev.json\": {\"licence\": \"CC0\"}}"));
    compile();
    assertThat(sources).containsExactly("cisa-kev 2024-01-02 FEED");
  }

  @Test
  void each_day_of_an_archive_of_scores_is_stated() throws IOException {
    Map<String, byte[]> days = new LinkedHashMap<>();
    days.put("a.csv", text(EPSS.formatted("2024-01-02T00:00:00+0000")));
    days.put("b.csv", text(EPSS.formatted("2024-01-03T00:00:00+0000")));
    days.put("c.csv", text(EPSS.formatted("2024-01-03T00:00:00+0000")));
    write("scores.tar", tar(days));
    compile();
    assertThat(sources).containsExactly("first-epss 2024-01-02 FEED", "first-epss 2024-01-03 FEED");
    assertThat(records).hasSize(3);
  }

  private void compile() {
    new FeedCompiler(
            List.of(new KevImporter(), new EpssImporter()),
            ArchiveLimits.STANDARD,
            (source, title, date, from, licence) -> {
              sources.add(source + " " + date + " " + from);
              return records::add;
            })
        .compile(List.of(directory));
  }

  private void write(String name, byte[] content) throws IOException {
    Files.write(directory.resolve(name), content);
  }
}
