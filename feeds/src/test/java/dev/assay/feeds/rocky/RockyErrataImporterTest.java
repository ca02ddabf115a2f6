package dev.assay.feeds.rocky;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.feeds.documents.Document;
import dev.assay.feeds.documents.Imported;
import dev.assay.model.Advisory;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RockyErrataImporterTest {
  private final RockyErrataImporter importer = new RockyErrataImporter();

  static final String ERRATUM =
      """
      {"affectedProducts": ["Rocky Linux 8"], "shortCode": "RL",
       "name": "RLSA-2030:0981", "synopsis": "Important: frob:2.7 security update",
       "severity": "SEVERITY_IMPORTANT", "type": "TYPE_SECURITY",
       "publishedAt": "2030-05-07T03:40:00Z", "description": "It overflows.",
       "cves": [{"name": "CVE-2030-7164", "cvss3ScoringVector": "UNKNOWN"},
                {"name": "CVE-2030-7548"}, {"name": "none"}],
       "fixes": [{"sourceLink": "https://example.org/1", "ticket": "1"}],
       "rpms": {
        "Rocky Linux 8": {"nvras": [
          "frob-0:2.5.1-9.module+el8.5.0+706+735ec4b3.src.rpm",
          "frob-0:2.5.1-9.module+el8.5.0+706+735ec4b3.x86_64.rpm",
          "frob-0:2.5.1-9.module+el8.4.0+403+9ae17a31.aarch64.rpm",
          "frob-libs-2:1.0-1.el8.noarch.rpm", "what"]},
        "Rocky Linux SIG Cloud 9": {"nvras": ["frob-0:1-1.el9.x86_64.rpm"]},
        "Fedora 40": {"nvras": []}}}
      """;

  @Test
  void an_erratum_becomes_a_bulletin() {
    Imported imported = Imported.by(importer, Document.of(ERRATUM));

    Advisory advisory = imported.advisory();
    assertThat(advisory.id().value()).isEqualTo("RLSA-2030:0981");
    assertThat(advisory.kind()).isEqualTo(Advisory.Kind.BULLETIN);
    assertThat(advisory.vulnerabilities()).hasToString("[CVE-2030-7164, CVE-2030-7548]");
    assertThat(advisory.vendorSeverity()).isEqualTo("Important");
    assertThat(advisory.published()).isEqualTo(Instant.parse("2030-05-07T03:40:00Z"));
    assertThat(advisory.references())
        .containsExactly("https://errata.rockylinux.org/RLSA-2030:0981", "https://example.org/1");
    assertThat(imported.statements())
        .containsExactly(
            "rocky:8 frob:2.7/frob FIXED <2.5.1-9.module+el8.4.0+403+9ae17a31",
            "rocky:8 frob-libs FIXED <2:1.0-1.el8",
            "rocky:9/sig-cloud frob FIXED <1-1.el9");
    assertThat(imported.rejections())
        .containsExactlyInAnyOrder(
            "cves[2].name is no CVE: \"none\"",
            "Not a package's file name (name-epoch:version-release.arch.rpm): \"what\"",
            "\"Fedora 40\" is no product of Rocky Linux that is known");
    assertThat(importer.skipped()).isEqualTo(Map.of("source packages", 1L));
  }

  @ParameterizedTest
  @CsvSource({
    "Moderate: container-tools:rhel8 security and bug fix update, container-tools:rhel8/",
    "Moderate: idm:DL1 and idm:client security update, ''",
    "Moderate: frob security update, ''",
    "'Low: perl:5.26, security update', perl:5.26/",
  })
  void the_module_is_what_the_title_names_once(String title, String module) {
    String erratum = ERRATUM.replace("Important: frob:2.7 security update", title);
    assertThat(Imported.by(importer, Document.of(erratum)).statements().getFirst())
        .startsWith("rocky:8 " + module + "frob ");
  }

  @Test
  void a_document_that_is_no_erratum_is_rejected() {
    assertThat(Imported.by(importer, Document.of("{\"name\": \"RLSA-1\"}")).rejections())
        .containsExactly("rpms is missing");
    assertThat(Imported.by(importer, Document.of(ERRATUM.substring(0, 500))).rejections())
        .hasSize(1);
  }

  @Test
  void its_documents_are_recognised_by_what_they_hold() {
    assertThat(importer.recognises(Document.of(ERRATUM))).isTrue();
    assertThat(
            importer.recognises(
                Document.of(ERRATUM.replace("Rocky Linux", "Other").replace("nvras", "rpms"))))
        .isFalse();
    assertThat(importer.recognises(Document.of("{\"id\": \"RLSA-2030:1\"}"))).isFalse();
  }
}
