package dev.assay.feeds.kev;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.feeds.rows.Corruption;
import dev.assay.feeds.rows.Packs;
import dev.assay.feeds.rows.TestEntry;
import dev.assay.model.KnownExploited;
import dev.assay.model.RejectedRecord;
import dev.assay.model.VulnerabilityId;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class KevImporterTest {
  private static final KevImporter IMPORTER = new KevImporter();
  private static final TestEntry JSON =
      TestEntry.of(
          "catalog.json",
          """
          {"title": "Catalog", "catalogVersion": "2024.01.02", "count": 2, "vulnerabilities": [
            {"cveID": "CVE-2021-44228", "vulnerabilityName": "Log4Shell", "dateAdded": "2021-12-10",
             "requiredAction": "Update.", "dueDate": "2021-12-24",
             "knownRansomwareCampaignUse": "Known", "cwes": ["CWE-20"]},
            {"cveID": "CVE-2014-0160", "vulnerabilityName": "Heartbleed", "dateAdded": "2022-05-04",
             "knownRansomwareCampaignUse": "Unknown", "cwes": []}
          ]}
          """);

  @Test
  void anEntrySaysSinceWhenAndUntilWhenAndWhetherRansomwareUsesIt() {
    assertThat(JSON.readBy(IMPORTER))
        .containsExactly(
            new KnownExploited(
                new VulnerabilityId("CVE-2021-44228"),
                LocalDate.of(2021, 12, 10),
                LocalDate.of(2021, 12, 24),
                true,
                "Log4Shell",
                "Update."),
            new KnownExploited(
                new VulnerabilityId("CVE-2014-0160"),
                LocalDate.of(2022, 5, 4),
                null,
                false,
                "Heartbleed",
                ""));
  }

  @Test
  void theCsvSaysTheSame() {
    TestEntry csv =
        TestEntry.of(
            "catalog.csv",
            """
            cveID,vendorProject,product,vulnerabilityName,dateAdded,shortDescription,\
            requiredAction,dueDate,knownRansomwareCampaignUse,notes,cwes
            CVE-2021-44228,Apache,Log4j,Log4Shell,2021-12-10,"A, b",Update.,2021-12-24,Known,,CWE-20
            CVE-2014-0160,OpenSSL,OpenSSL,Heartbleed,2022-05-04,C,,,Unknown,,
            """);
    assertThat(csv.readBy(IMPORTER)).isEqualTo(JSON.readBy(IMPORTER));
  }

  @Test
  void anEntryThatCannotBeReadIsRejectedAndTheNextOneIsRead() {
    TestEntry entry =
        TestEntry.of(
            "catalog.json",
            """
            {"catalogVersion": "1", "vulnerabilities": [
              {"cveID": "CVE-20", "dateAdded": "2022-05-04"},
              7,
              {"cveID": "CVE-2014-0160", "dateAdded": "2022-13-04"},
              {"cveID": "CVE-2014-0160", "dateAdded": "2022-05-04"}
            ]}
            """);
    assertThat(entry.readBy(IMPORTER))
        .filteredOn(RejectedRecord.class::isInstance)
        .map(record -> ((RejectedRecord) record).where() + ": " + ((RejectedRecord) record).why())
        .containsExactly(
            "catalog.json, vulnerabilities[0]: Not a CVE name: \"CVE-20\"",
            "catalog.json, vulnerabilities[1]: vulnerabilities[1] is not an object",
            "catalog.json, vulnerabilities[2]: Not a day: \"2022-13-04\"");
    assertThat(entry.readBy(IMPORTER)).hasSize(4);
  }

  @Test
  void aDocumentThatBreaksOffKeepsWhatStoodBefore() {
    byte[] cut = Arrays.copyOf(JSON.bytes(), JSON.bytes().length - 40);
    assertThat(new TestEntry("catalog.json", cut).readBy(IMPORTER))
        .hasExactlyElementsOfTypes(KnownExploited.class, RejectedRecord.class);
  }

  @Test
  void theWholeCatalogueIsRead() {
    Packs.Imported imported = Packs.importAll("meta/kev-2026-08-07.json.zst", IMPORTER);
    assertThat(imported.rejected).isEmpty();
    assertThat(imported.of(KnownExploited.class)).hasSize(1662);
    assertThat(imported.of(KnownExploited.class).stream().filter(KnownExploited::ransomware))
        .hasSizeGreaterThan(100);
  }

  @Test
  void theCataloguesOwnSampleIsRead() {
    assertThat(Packs.samples("cisa/kev"))
        .singleElement()
        .satisfies(sample -> assertThat(sample.readBy(IMPORTER, KnownExploited.class)).hasSize(1));
  }

  @Test
  void corruptBytesAreRejected() {
    Corruption.survive(IMPORTER, JSON, 1, 3000);
  }

  @FuzzTest
  void anyBytesAreRejectedOrRead(byte[] bytes) {
    Corruption.readAnyhow(IMPORTER, new TestEntry("kev", bytes));
  }
}
