package dev.assay.feeds.vulnrichment;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.feeds.rows.Corruption;
import dev.assay.feeds.rows.Packs;
import dev.assay.feeds.rows.TestEntry;
import dev.assay.model.Advisory;
import dev.assay.model.CvssScore;
import dev.assay.model.FeedRecord;
import dev.assay.model.RejectedRecord;
import dev.assay.model.SsvcDecision;
import dev.assay.model.VulnerabilityId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class VulnrichmentImporterTest {
  private static final VulnrichmentImporter IMPORTER = new VulnrichmentImporter();
  private static final String CRITICAL = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";
  private static final String RECORD =
      """
      {"dataType": "CVE_RECORD", "dataVersion": "5.1",
       "cveMetadata": {"cveId": "CVE-2024-0001", "state": "PUBLISHED", "assignerShortName": "acme",
         "datePublished": "2024-01-02T03:04:05.678Z", "dateUpdated": "2024-02-03T04:05:06"},
       "containers": {
         "cna": {
           "title": "A title\\nof two lines",
           "providerMetadata": {"shortName": "acme"},
           "tags": ["disputed"],
           "descriptions": [{"lang": "de", "value": "Deutsch"}, {"lang": "en-US", "value": "English"}],
           "problemTypes": [{"descriptions": [
             {"lang": "en", "cweId": "CWE-79", "description": "CWE-79 Cross-site scripting"},
             {"lang": "en", "description": "CWE-80: prose"}, {"lang": "en", "description": "n/a"}]}],
           "metrics": [{"cvssV3_1": {"vectorString": "%s", "baseScore": 9.8}}, {"other": {"type": "x"}}],
           "references": [{"url": "https://acme.example/1"}, {"url": "javascript:alert(1)"}]},
         "adp": [
           {"title": "CISA ADP Vulnrichment", "providerMetadata": {"shortName": "CISA-ADP"},
            "problemTypes": [{"descriptions": [{"cweId": "CWE-787"}]}],
            "metrics": [
              {"other": {"type": "ssvc", "content": {"timestamp": "2024-03-01T00:00:00Z", "options": [
                {"Exploitation": "poc"}, {"Automatable": "yes"}, {"Technical Impact": "total"}]}}},
              {"other": {"type": "ssvc", "content": {"timestamp": "2024-01-01T00:00:00Z", "options": [
                {"Exploitation": "none"}, {"Automatable": "no"}, {"Technical Impact": "partial"}]}}},
              {"cvssV2_0": {"vectorString": "AV:N/AC:L/Au:N/C:P/I:P/A:P", "baseScore": 7.5}}]}]}}
      """
          .formatted(CRITICAL);

  private static List<FeedRecord> read(String text) {
    return TestEntry.of("CVE-2024-0001.json", text).readBy(IMPORTER);
  }

  private static Advisory advisory(String text) {
    return (Advisory) read(text).getFirst();
  }

  @Test
  void scoresKeepWhoGaveThem() {
    assertThat(advisory(RECORD).cvss())
        .containsExactly(
            new CvssScore("acme", "3.1", CRITICAL, 9.8),
            new CvssScore("CISA-ADP", "2.0", "AV:N/AC:L/Au:N/C:P/I:P/A:P", 7.5));
  }

  @Test
  void weaknessesAreReadFromIdsAndFromProse() {
    assertThat(advisory(RECORD).cwes()).containsExactly("CWE-79", "CWE-80", "CWE-787");
  }

  @Test
  void theEnglishTextIsTaken() {
    assertThat(advisory(RECORD).title()).isEqualTo("A title of two lines");
    assertThat(advisory(RECORD).description()).isEqualTo("English");
  }

  @Test
  void theRecordIsAboutItselfAndOfNoPackage() {
    Advisory advisory = advisory(RECORD);
    assertThat(advisory.id()).hasToString("CVE-2024-0001");
    assertThat(advisory.kind()).isEqualTo(Advisory.Kind.VULNERABILITY);
    assertThat(advisory.vulnerabilities()).containsExactly(new VulnerabilityId("CVE-2024-0001"));
    assertThat(advisory.affected()).isEmpty();
    assertThat(advisory.published()).isEqualTo("2024-01-02T03:04:05.678Z");
    assertThat(advisory.modified()).isEqualTo("2024-02-03T04:05:06Z");
  }

  @Test
  void aDisputedVulnerabilitySaysSo() {
    assertThat(advisory(RECORD).disputed()).isTrue();
    assertThat(advisory(RECORD.replace("\"disputed\"", "")).disputed()).isFalse();
  }

  @Test
  void onlyWebAddressesAreReferencesAndTheRecordsPageComesFirst() {
    assertThat(advisory(RECORD).references())
        .containsExactly(
            "https://www.cve.org/CVERecord?id=CVE-2024-0001", "https://acme.example/1");
  }

  @Test
  void theNewestDecisionCounts() {
    assertThat(read(RECORD).get(1))
        .isEqualTo(new SsvcDecision(new VulnerabilityId("CVE-2024-0001"), "poc", "yes", "total"));
  }

  @Test
  void aRejectedRecordIsWithdrawnAndItsReasonIsItsDescription() {
    Advisory advisory =
        advisory(
            """
            {"dataType": "CVE_RECORD",
             "cveMetadata": {"cveId": "CVE-2024-0002", "state": "REJECTED",
               "dateRejected": "2024-05-06T07:08:09Z"},
             "containers": {"cna": {"rejectedReasons": [{"lang": "en", "value": "Not one"}]}}}
            """);
    assertThat(advisory.withdrawn()).isEqualTo(Instant.parse("2024-05-06T07:08:09Z"));
    assertThat(advisory.description()).isEqualTo("Not one");
  }

  @Test
  void aVectorThatCannotBeReadIsRejectedAndTheRecordStands() {
    assertThat(read(RECORD.replace("AC:L/Au:N", "AC:Q/Au:N")))
        .hasAtLeastOneElementOfType(Advisory.class)
        .filteredOn(RejectedRecord.class::isInstance)
        .singleElement()
        .asString()
        .contains("containers.adp[0].metrics[2].cvssV2_0: Not a CVSS vector");
  }

  @Test
  void anUnknownDecisionIsRejectedAndTheRecordStands() {
    assertThat(read(RECORD.replace("\"poc\"", "\"perhaps\"")))
        .hasAtLeastOneElementOfType(Advisory.class)
        .doesNotHaveAnyElementsOfTypes(SsvcDecision.class)
        .hasAtLeastOneElementOfType(RejectedRecord.class);
  }

  @Test
  void aRecordWhoseTypeComesLastIsRecognised() {
    String containersFirst =
        "{\"containers\": {\"cna\": {\"descriptions\": [{\"lang\": \"en\", \"value\": \""
            + "x".repeat(10_000)
            + "\"}]}}, \"cveMetadata\": {\"cveId\": \"CVE-2024-0003\"}, \"dataType\": \"CVE_RECORD\"}";
    assertThat(advisory(containersFirst).description()).hasSize(10_000);
  }

  @Test
  void allPackedRecordsAreRead() {
    Packs.Imported imported = Packs.importAll("meta/vulnrichment.tar.zst", IMPORTER);
    assertThat(imported.documents).isEqualTo(44_130);
    assertThat(imported.unrecognised).isEmpty();
    assertThat(imported.rejected).isEmpty();
    List<Advisory> advisories = imported.of(Advisory.class);
    assertThat(advisories).hasSize(44_130);
    assertThat(advisories.stream().filter(advisory -> advisory.withdrawn() != null)).hasSize(104);
    assertThat(advisories.stream().filter(Advisory::disputed)).hasSizeGreaterThanOrEqualTo(341);
    assertThat(imported.of(SsvcDecision.class)).hasSize(44_026);
  }

  @Test
  void corruptBytesAreRejected() {
    Corruption.survive(IMPORTER, TestEntry.of("a.json", RECORD), 1, 5000);
  }

  @FuzzTest
  void anyBytesAreRejectedOrRead(byte[] bytes) {
    Corruption.readAnyhow(IMPORTER, new TestEntry("cve", bytes));
  }
}
