package dev.assay.feeds.endoflife;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.feeds.rows.Corruption;
import dev.assay.feeds.rows.Packs;
import dev.assay.feeds.rows.TestEntry;
import dev.assay.model.Ecosystem;
import dev.assay.model.RejectedRecord;
import dev.assay.model.ReleaseLife;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndOfLifeImporterTest {
  private static final EndOfLifeImporter IMPORTER = new EndOfLifeImporter();
  private static final TestEntry MARKDOWN = markdown("debian", "12", "codename: Bookworm");
  private static final ReleaseLife BOOKWORM =
      new ReleaseLife(
          IMPORTER.source(),
          Ecosystem.parse("debian:12"),
          "Debian 12 (bookworm)",
          LocalDate.of(2023, 6, 10),
          LocalDate.of(2026, 6, 10),
          LocalDate.of(2028, 6, 30),
          "LTS");

  private static TestEntry markdown(String slug, String cycle, String more) {
    return TestEntry.of(
        "products/x.md",
        """
        ---
        title: X
        category: os
        permalink: /%s
        releases:
          - releaseCycle: "%s"
            %s
            releaseDate: 2023-06-10
            eol: 2026-06-10
            eoes: 2028-06-30
        ---

        > Prose
        ---
        """
            .formatted(slug, cycle, more));
  }

  @Test
  void aProductsFileGivesTheDatesOfItsReleases() {
    assertThat(MARKDOWN.readBy(IMPORTER)).containsExactly(BOOKWORM);
  }

  @Test
  void theFirstApiNamesTheProductInThePath() {
    assertThat(
            TestEntry.of(
                    "api/debian.json",
                    """
                    [{"cycle": "12", "codename": "Bookworm", "releaseDate": "2023-06-10",
                      "eol": "2026-06-10", "extendedSupport": "2028-06-30"}]
                    """)
                .readBy(IMPORTER))
        .containsExactly(BOOKWORM);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"%s", "[%s, {\"name\": \"emacs\", \"releases\": 3}]"})
  void theSecondApiHasOneProductOrAll(String result) {
    String product =
        """
        {"name": "debian", "versionCommand": "cat", "releases": [
          {"name": "12", "codename": "Bookworm", "releaseDate": "2023-06-10",
           "eolFrom": "2026-06-10", "eoesFrom": "2028-06-30"}]}
        """;
    String text = "{\"schema_version\": \"1.2.0\", \"result\": " + result.formatted(product) + "}";
    assertThat(TestEntry.of("full", text).readBy(IMPORTER).getFirst()).isEqualTo(BOOKWORM);
  }

  @ParameterizedTest
  @CsvSource({
    "ubuntu,22.04,ubuntu:22.04",
    "alpine-linux,3.20,alpine:3.20",
    "amazon-linux,2023,amazon:2023",
    "amazon-linux,2018.03,amazon:1",
    "rhel,9,redhat:9",
    "almalinux,8,almalinux:8",
    "rocky-linux,9,rocky:9",
    "sles,15.0,sles:15",
    "sles,15.4,sles:15.4",
    "sles,16.0,sles:16.0",
    "opensuse,15.6,opensuse-leap:15.6",
    "opensuse,42.3,opensuse-leap:42.3",
    "opensuse,13.2,opensuse:13.2",
    "suse-linux-micro,5.3,sle-micro:5.3",
    "oracle-linux,9,oracle:9",
    "centos,7,centos:7",
    "centos-stream,9,centos-stream:9",
    "fedora,41,fedora:41",
  })
  void aReleaseIsAnEcosystem(String slug, String cycle, String ecosystem) {
    assertThat(markdown(slug, cycle, "link: https://x.example").readBy(IMPORTER, ReleaseLife.class))
        .singleElement()
        .extracting(ReleaseLife::ecosystem)
        .isEqualTo(Ecosystem.parse(ecosystem));
  }

  @Test
  void statesOfTheAmazonLinuxAmiAreNoReleases() {
    assertThat(markdown("amazon-linux", "2017.09", "lts: true").readBy(IMPORTER)).isEmpty();
  }

  @Test
  void aProductThatIsNoEcosystemYieldsNothing() {
    assertThat(markdown("emacs", "29", "lts: true").readBy(IMPORTER)).isEmpty();
  }

  @Test
  void whetherItIsOverIsNoDate() {
    TestEntry entry =
        TestEntry.of(
            "debian.json", "[{\"cycle\": \"12\", \"eol\": false, \"extendedSupport\": true}]");
    assertThat(entry.readBy(IMPORTER, ReleaseLife.class))
        .singleElement()
        .matches(life -> life.eol() == null && life.extendedEol() == null);
  }

  @Test
  void aReleaseThatCannotBeReadIsRejectedAndTheNextOneIsRead() {
    TestEntry entry =
        TestEntry.of(
            "debian.json",
            "[{\"cycle\": \"11\", \"eol\": \"soon\"}, {\"eol\": false, \"cycle\": null}, {\"cycle\": \"12\"}]");
    assertThat(entry.readBy(IMPORTER))
        .hasExactlyElementsOfTypes(RejectedRecord.class, RejectedRecord.class, ReleaseLife.class);
  }

  @Test
  void allPackedProductsAreReadAndTheDistributionsTaken() {
    Packs.Imported imported = Packs.importAll("meta/endoflife.tar.zst", IMPORTER);
    assertThat(imported.rejected).isEmpty();
    assertThat(imported.unrecognised).containsExactly("LICENSE");
    assertThat(imported.documents - 1).isEqualTo(464);
    List<Ecosystem> ecosystems =
        imported.of(ReleaseLife.class).stream().map(ReleaseLife::ecosystem).toList();
    assertThat(ecosystems)
        .doesNotHaveDuplicates()
        .contains(
            Ecosystem.parse("debian:12"),
            Ecosystem.parse("amazon:1"),
            Ecosystem.parse("sles:15.4"),
            Ecosystem.parse("redhat:8"));
  }

  @Test
  void theProjectsOwnSampleIsRead() {
    assertThat(Packs.samples("endoflife-date/api"))
        .singleElement()
        .satisfies(sample -> assertThat(sample.readBy(IMPORTER, ReleaseLife.class)).isNotEmpty());
  }

  @Test
  void corruptBytesAreRejected() {
    Corruption.survive(IMPORTER, MARKDOWN, 1, 1500);
    Corruption.survive(
        IMPORTER, TestEntry.of("debian.json", "[{\"cycle\": \"11\", \"eol\": false}]"), 2, 1500);
  }

  @FuzzTest
  void anyBytesAreRejectedOrRead(byte[] bytes) {
    Corruption.readAnyhow(IMPORTER, new TestEntry("debian.json", bytes));
  }
}
