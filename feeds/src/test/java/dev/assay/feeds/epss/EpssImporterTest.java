package dev.assay.feeds.epss;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.feeds.rows.Corruption;
import dev.assay.feeds.rows.Packs;
import dev.assay.feeds.rows.TestEntry;
import dev.assay.model.EpssScore;
import dev.assay.model.RejectedRecord;
import dev.assay.model.VulnerabilityId;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class EpssImporterTest {
  private static final EpssImporter IMPORTER = new EpssImporter();
  private static final VulnerabilityId LOG4SHELL = new VulnerabilityId("CVE-2021-44228");
  private static final LocalDate DAY = LocalDate.of(2024, 2, 3);
  private static final TestEntry CSV =
      TestEntry.of(
          "scores.csv",
          """
          #model_version:v2023.03.01,score_date:2024-02-03T00:00:00+0000
          cve,epss,percentile
          CVE-2021-44228,0.97,0.999
          """);
  private static final TestEntry JSON =
      TestEntry.of(
          "scores.json",
          """
          {"score_date": "2024-02-03T00:00:00+0000", "data": [{"id": "CVE-2021-44228", "epss": 0.97}]}
          """);
  private static final TestEntry YAML =
      TestEntry.of(
          "VCID-aaaa-bbbb-cccc.yml",
          """
          vulnerability_id: VCID-aaaa-bbbb-cccc
          aliases:
            - CVE-2021-44228
          severities:
            - score: '10.0'
              scoring_system: cvssv3
              scoring_elements: CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H
            - score: '0.97'
              scoring_system: epss
              scoring_elements: '0.999'
              published_at: !!timestamp '2024-02-03 00:00:00+00:00'
              url: https://api.first.org/data/v1/epss?cve=CVE-2021-44228
          """);

  @Test
  void theCsvStatesItsDayInAComment() {
    assertThat(CSV.readBy(IMPORTER)).containsExactly(new EpssScore(LOG4SHELL, 0.97, 0.999, DAY));
  }

  @Test
  void theFirstCsvFilesStateTheirDayOnlyInTheirNames() {
    assertThat(
            TestEntry.of("epss_scores-2024-02-03.csv", "cve,epss\nCVE-2021-44228,0.97\n")
                .readBy(IMPORTER))
        .containsExactly(new EpssScore(LOG4SHELL, 0.97, null, DAY));
  }

  @Test
  void withoutADayThereIsNoScore() {
    assertThat(TestEntry.of("scores.csv", "cve,epss\nCVE-2021-44228,0.97\n").readBy(IMPORTER))
        .containsExactly(
            new RejectedRecord(
                IMPORTER.source(),
                "scores.csv, line 2",
                "The day of the scores is stated nowhere"));
  }

  @Test
  void jsonHasNoPercentile() {
    assertThat(JSON.readBy(IMPORTER)).containsExactly(new EpssScore(LOG4SHELL, 0.97, null, DAY));
  }

  @Test
  void firstsApiStatesTheDayOfEachScore() {
    assertThat(
            TestEntry.of(
                    "epss",
                    """
                    {"status": "OK", "data": [{"cve": "CVE-2021-44228", "epss": "0.97",
                      "percentile": "0.999", "date": "2024-02-03"}]}
                    """)
                .readBy(IMPORTER))
        .containsExactly(new EpssScore(LOG4SHELL, 0.97, 0.999, DAY));
  }

  @Test
  void vulnerableCodeRepeatsScoresAmongOthers() {
    assertThat(YAML.readBy(IMPORTER)).containsExactly(new EpssScore(LOG4SHELL, 0.97, 0.999, DAY));
  }

  @Test
  void aScoreThatIsNoProbabilityIsRejected() {
    assertThat(
            TestEntry.of(
                    "scores.json",
                    """
                    {"score_date": "2024-02-03", "data": [
                      {"id": "CVE-2021-44228", "epss": 1.5}, {"id": "CVE-2021-44228", "epss": "NaN"},
                      {"id": "CVE-2021-44228"}, {"epss": 0.1}]}
                    """)
                .readBy(IMPORTER))
        .hasSize(4)
        .hasOnlyElementsOfType(RejectedRecord.class);
  }

  @Test
  void allScoresOf2021AreRead() {
    Packs.Imported imported = Packs.importAll("meta/epss-2021-08-31.json.zst", IMPORTER);
    assertThat(imported.rejected).isEmpty();
    assertThat(imported.of(EpssScore.class)).hasSize(72_272);
    assertThat(imported.of(EpssScore.class))
        .allMatch(score -> score.date().equals(LocalDate.of(2021, 8, 31)));
  }

  @Test
  void allScoresInVulnerableCodeAreRead() {
    Packs.Imported imported =
        Packs.importAll("meta/epss-alpine-subset-2024-10-vulnerablecode.tar.zst", IMPORTER);
    assertThat(imported.rejected).isEmpty();
    assertThat(imported.unrecognised).isEmpty();
    assertThat(imported.of(EpssScore.class)).hasSizeGreaterThanOrEqualTo(2634);
    assertThat(imported.of(EpssScore.class)).allMatch(score -> score.percentile() != null);
  }

  @Test
  void theFeedsOwnSamplesAreRead() {
    assertThat(Packs.samples("/epss/"))
        .hasSize(4)
        .allSatisfy(sample -> assertThat(sample.readBy(IMPORTER, EpssScore.class)).isNotEmpty());
  }

  @Test
  void corruptBytesAreRejected() {
    Corruption.survive(IMPORTER, CSV, 1, 3000);
    Corruption.survive(IMPORTER, JSON, 2, 3000);
    Corruption.survive(IMPORTER, YAML, 3, 1000);
  }

  @FuzzTest
  void anyBytesAreRejectedOrRead(byte[] bytes) {
    Corruption.readAnyhow(IMPORTER, new TestEntry("epss", bytes));
  }
}
