package dev.assay.feeds.ubuntu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.feeds.documents.Document;
import dev.assay.feeds.documents.Imported;
import dev.assay.model.Advisory;
import dev.assay.model.CvssScore;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UbuntuCveImporterTest {
  private final UbuntuCveImporter importer = new UbuntuCveImporter();

  private static final String CVE =
      """
      {
        "candidate": "CVE-2030-0001",
        "description": "** DISPUTED ** The frobnicator overflows.",
        "notes": {"somebody": "see upstream"},
        "priority": "high",
        "cvss": {"nvd": " CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H [7.8 HIGH]"},
        "bugs": ["not an address"],
        "references": ["https://example.org/1", "mailed in", "https://example.org/2"],
        "public_date": "2030-10-03 18:15:00 UTC",
        "packages": {
          "jammy": {"frob": {"name": "frob", "status": "released", "note": "1:2.3-4ubuntu0.1",
                             "patches": [{"x": ["y"]}], "priority": "low"},
                    "other": {"name": "other", "status": "DNE"}},
          "upstream": {"frob": {"name": "frob", "status": "needs-triage"}},
          "esm-infra/xenial": {"frob": {"status": "needed", "note": "2030-01-01"}}
        }
      }
      """;

  @Test
  void a_cve_becomes_one_advisory_with_its_statements() {
    Imported imported = Imported.by(importer, Document.of(CVE));

    Advisory advisory = imported.advisory();
    assertThat(advisory.id().value()).isEqualTo("CVE-2030-0001");
    assertThat(advisory.kind()).isEqualTo(Advisory.Kind.VULNERABILITY);
    assertThat(advisory.vendorSeverity()).isEqualTo("high");
    assertThat(advisory.disputed()).isTrue();
    assertThat(advisory.withdrawn()).isNull();
    assertThat(advisory.published()).isEqualTo(Instant.parse("2030-10-03T18:15:00Z"));
    assertThat(advisory.cvss())
        .containsExactly(
            new CvssScore("NVD", "3.1", "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H", 7.8));
    assertThat(advisory.references())
        .containsExactly(
            "https://ubuntu.com/security/CVE-2030-0001",
            "https://example.org/1",
            "https://example.org/2");
    assertThat(imported.statements())
        .containsExactly(
            "ubuntu:22.04 frob FIXED <1:2.3-4ubuntu0.1 low",
            "ubuntu:16.04/esm-infra frob AFFECTED (2030-01-01)");
    assertThat(imported.rejections()).isEmpty();
    assertThat(importer.skipped())
        .isEqualTo(
            Map.of(
                "package does not exist in the release (DNE)", 1L,
                "upstream or the release in development", 1L));
  }

  @Test
  void the_order_of_the_members_does_not_matter() {
    Imported imported =
        Imported.by(
            importer,
            Document.of(
                """
                {"packages": {"noble": {"a": {"note": "1-1", "status": "released"}}},
                 "priority": "low", "candidate": "CVE-2030-2"}
                """));
    assertThat(imported.advisory().vendorSeverity()).isEqualTo("low");
    assertThat(imported.statements()).containsExactly("ubuntu:24.04 a FIXED <1-1");
  }

  @Test
  void a_rejected_cve_is_withdrawn() {
    Imported imported =
        Imported.by(
            importer,
            Document.of(
                """
                {"candidate": "CVE-2030-3", "description": "** REJECT ** Do not use.",
                 "public_date": "2030-01-02", "packages": {}}
                """));
    assertThat(imported.advisory().withdrawn()).isEqualTo(Instant.parse("2030-01-02T00:00:00Z"));
  }

  @Test
  void a_statement_that_cannot_be_read_is_rejected_and_the_rest_goes_on() {
    Imported imported =
        Imported.by(
            importer,
            Document.of(
                """
                {"candidate": "CVE-2030-4", "cvss": {"nvd": "CVSS:9.9/X:Y"}, "packages": {
                  "zany": {"a": {"status": "needed"}},
                  "focal": {"a": {"status": "released"}, "b": {"status": "whatever"},
                            "c": {"status": "released", "note": "in proposed"},
                            "d": {"status": "needed"}}}}
                """));
    assertThat(imported.statements()).containsExactly("ubuntu:20.04 d AFFECTED");
    assertThat(imported.rejections())
        .containsExactly(
            "cvss.nvd: not a CVSS vector: CVSS:9.9/X:Y",
            "zany_a: \"zany\" names no Ubuntu release that is known",
            "focal_a: released in a version that is not stated",
            "focal_b: unknown status \"whatever\"",
            "focal_c: released, but \"in proposed\" is no version");
  }

  @Test
  void a_document_that_is_cut_short_or_of_another_shape_is_rejected_whole() {
    for (String text :
        new String[] {
          CVE.substring(0, CVE.length() / 2),
          "{\"candidate\": \"CVE-1\", \"packages\": []}",
          "{\"candidate\": \"CVE-1\", \"packages\": {\"focal\": {\"a\": {\"status\": 1}}}}",
          "{\"candidate\": \"\"}",
          "{} {}",
          "{"
        }) {
      Imported imported = Imported.by(importer, Document.of(text));
      assertThat(imported.advisories()).isEmpty();
      assertThat(imported.rejections()).hasSize(1);
    }
  }

  @Test
  void its_documents_are_recognised_by_what_they_hold() {
    assertThat(importer.recognises(Document.of(CVE))).isTrue();
    assertThat(importer.recognises(Document.of("Candidate: CVE-2030-1\nPublicDate: x\n"))).isTrue();
    assertThat(importer.recognises(Document.of("PublicDate: x\nCandidate: CVE-2030-1\n"))).isTrue();
    assertThat(importer.recognises(Document.of("Candidate:\nPublicDate:\n#jammy_PKG:\n")))
        .isFalse();
    assertThat(importer.recognises(Document.of("{\"id\": \"CVE-2030-1\"}"))).isFalse();
    assertThat(importer.recognises(Document.of("see Candidate: CVE-2030-1"))).isFalse();
    assertThat(importer.recognises(Document.of(""))).isFalse();
  }
}
