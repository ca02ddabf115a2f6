package dev.assay.feeds.redhat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.feeds.documents.Document;
import dev.assay.feeds.documents.Imported;
import dev.assay.model.Advisory;
import dev.assay.model.CvssScore;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedHatCveImporterTest {
  private final RedHatCveImporter importer = new RedHatCveImporter();

  static final String CVE =
      """
      {"name": "CVE-2030-0001", "threat_severity": "Moderate",
       "public_date": "2030-10-19T00:00:00Z",
       "bugzilla": {"description": "frob: overflow", "id": "1",
                    "url": "https://example.org/bug/1"},
       "cvss3": {"cvss3_base_score": "5.3", "status": "verified",
                 "cvss3_scoring_vector": "CVSS:3.1/AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:H"},
       "cvss": {"cvss_base_score": "6.8", "cvss_scoring_vector": "AV:N/AC:M/Au:N/C:P/I:P/A:P"},
       "cwe": "CWE-190->(CWE-125|CWE-787)",
       "details": ["It overflows.", "It overflows.\\n", "A flaw was found."],
       "statement": "Unlikely.",
       "references": ["https://example.org/1\\nhttps://example.org/2\\nsee above"],
       "affected_release": [{"advisory": "RHSA-2030:1", "package": "x"}],
       "package_state": [
        {"cpe": "cpe:/o:redhat:enterprise_linux:8", "fix_state": "Not affected",
         "package_name": "virt:8.2/qemu-kvm"},
        {"cpe": "cpe:/o:redhat:enterprise_linux:9", "fix_state": "Affected",
         "package_name": "frob", "impact": "low"},
        {"cpe": "cpe:/o:redhat:enterprise_linux:9", "fix_state": "Affected",
         "package_name": "frob", "impact": "low"},
        {"cpe": "cpe:/o:redhat:enterprise_linux:9", "fix_state": "Affected",
         "package_name": "firefox:flatpak/frob"},
        {"cpe": "cpe:/o:redhat:enterprise_linux:9", "fix_state": "Affected",
         "package_name": "rhel9/frob"},
        {"cpe": "cpe:/a:redhat:openshift:4", "fix_state": "Affected",
         "package_name": "openshift4/ose-frob"},
        {"cpe": "cpe:/o:redhat:enterprise_linux:5", "fix_state": "Who knows",
         "package_name": "frob"},
        {"cpe": "cpe:/o:redhat:enterprise_linux:5", "fix_state": "Affected",
         "package_name": "Core Server"},
        {"fix_state": "Affected", "package_name": "frob"}]}
      """;

  @Test
  void a_cve_becomes_one_advisory_with_its_states() {
    Imported imported = Imported.by(importer, Document.of(CVE));

    Advisory advisory = imported.advisory();
    assertThat(advisory.id().value()).isEqualTo("CVE-2030-0001");
    assertThat(advisory.kind()).isEqualTo(Advisory.Kind.VULNERABILITY);
    assertThat(advisory.title()).isEqualTo("frob: overflow");
    assertThat(advisory.description())
        .isEqualTo("It overflows.\n\nA flaw was found.\n\nStatement: Unlikely.");
    assertThat(advisory.vendorSeverity()).isEqualTo("Moderate");
    assertThat(advisory.published()).isEqualTo(Instant.parse("2030-10-19T00:00:00Z"));
    assertThat(advisory.cwes()).containsExactly("CWE-190", "CWE-125", "CWE-787");
    assertThat(advisory.cvss())
        .containsExactly(
            new CvssScore("Red Hat", "3.1", "CVSS:3.1/AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:H", 5.3),
            new CvssScore("Red Hat", "2.0", "AV:N/AC:M/Au:N/C:P/I:P/A:P", 6.8));
    assertThat(advisory.references())
        .containsExactly(
            "https://access.redhat.com/security/cve/CVE-2030-0001",
            "https://example.org/bug/1",
            "https://example.org/1",
            "https://example.org/2");
    assertThat(imported.statements())
        .containsExactly(
            "redhat:8/enterprise_linux:8 virt:8.2/qemu-kvm NOT_AFFECTED",
            "redhat:9/enterprise_linux:9 frob AFFECTED low");
    assertThat(imported.rejections())
        .containsExactly(
            "unknown fix_state \"Who knows\"",
            "package_state[7].package_name is no package's name: \"Core Server\"",
            "package_state[8].cpe is missing");
    assertThat(importer.skipped())
        .isEqualTo(
            Map.of(
                "Flatpaks", 1L,
                "container images", 1L,
                "layered products that are no part of a host's release", 1L));
  }

  @ParameterizedTest
  @CsvSource({
    "Affected, AFFECTED",
    "Not affected, NOT_AFFECTED",
    "Will not fix, WILL_NOT_FIX",
    "Out of support scope, OUT_OF_SUPPORT",
    "Fix deferred, FIX_DEFERRED",
    "Under investigation, UNDER_INVESTIGATION",
  })
  void every_state_is_a_status(String state, String status) {
    String cve =
        """
        {"name": "CVE-2030-0001", "package_state": [{"cpe": "cpe:/o:redhat:enterprise_linux:6",
          "fix_state": "%s", "package_name": "frob"}]}
        """
            .formatted(state);
    assertThat(Imported.by(importer, Document.of(cve)).statements())
        .containsExactly("redhat:6/enterprise_linux:6 frob " + status);
  }

  @Test
  void a_rejected_cve_is_withdrawn() {
    String cve =
        """
        {"name": "CVE-2030-0001", "details": ["[REJECTED CVE] It is none."],
         "public_date": "2030-10-19T00:00:00Z"}
        """;
    assertThat(Imported.by(importer, Document.of(cve)).advisory().withdrawn())
        .isEqualTo(Instant.parse("2030-10-19T00:00:00Z"));
  }

  @Test
  void a_document_without_a_cves_name_is_rejected() {
    assertThat(Imported.by(importer, Document.of("{\"name\": \"RHSA-1\"}")).rejections())
        .containsExactly("name is no CVE: \"RHSA-1\"");
    assertThat(Imported.by(importer, Document.of("[]")).rejections())
        .containsExactly("The document is not an object");
    assertThat(Imported.by(importer, Document.of(CVE.substring(0, 900))).rejections()).hasSize(1);
  }

  @Test
  void its_documents_are_recognised_by_what_they_hold() {
    assertThat(importer.recognises(Document.of(CVE))).isTrue();
    assertThat(
            importer.recognises(
                Document.of("{\"threat_severity\": \"Low\", \"bugzilla\": {\"id\": \"1\"}}")))
        .isTrue();
    assertThat(
            importer.recognises(
                Document.of("{\"candidate\": \"x\", \"bugzilla\": {\"name\": \"bugzilla\"}}")))
        .isFalse();
    assertThat(importer.recognises(Document.of("{\"name\": \"CVE-2030-0001\"}"))).isFalse();
    assertThat(importer.recognises(Document.of("[" + CVE + "]"))).isFalse();
  }
}
