package dev.assay.feeds.alpine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.feeds.documents.Document;
import dev.assay.feeds.documents.Imported;
import dev.assay.model.Advisory;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlpineSecdbImporterTest {
  private final AlpineSecdbImporter importer = new AlpineSecdbImporter();

  private static String document(String packages) {
    return """
        {"apkurl": "{{urlprefix}}/x.apk", "archs": ["x86_64"], "reponame": "main",
         "urlprefix": "https://example.org", "distroversion": "v3.18",
         "packages": [%s]}
        """
        .formatted(packages);
  }

  private static List<String> lines(Imported imported) {
    return imported.advisories().stream()
        .flatMap(
            advisory ->
                advisory.affected().stream()
                    .map(affected -> advisory.id() + ": " + Imported.line(affected)))
        .toList();
  }

  @Test
  void a_document_becomes_one_advisory_for_each_vulnerability() {
    Imported imported =
        Imported.by(
            importer,
            Document.of(
                document(
                    """
                    {"pkg": {"name": "musl", "secfixes": {
                       "1.1.23-r2": ["CVE-2019-14697"], "0": ["CVE-2030-0001"]}}},
                    {"pkg": {"name": "frob", "secfixes": {
                       "2.0-r0": ["CVE-2019-14697 GHSA-fhpf-pp6p-55qc", "CVE-2030-0002 XSA-1"]}}}
                    """)));
    assertThat(lines(imported))
        .containsExactly(
            "CVE-2019-14697: alpine:3.18/main musl FIXED <1.1.23-r2",
            "CVE-2019-14697: alpine:3.18/main frob FIXED <2.0-r0",
            "CVE-2030-0001: alpine:3.18/main musl NOT_AFFECTED",
            "CVE-2030-0002: alpine:3.18/main frob FIXED <2.0-r0 (XSA-1)");
    Advisory first = imported.advisories().getFirst();
    assertThat(first.kind()).isEqualTo(Advisory.Kind.VULNERABILITY);
    assertThat(first.aliases()).hasToString("[GHSA-fhpf-pp6p-55qc]");
    assertThat(first.references())
        .containsExactly("https://security.alpinelinux.org/vuln/CVE-2019-14697");
  }

  @Test
  void of_several_fixes_the_highest_counts() {
    Imported imported =
        Imported.by(
            importer,
            Document.of(
                document(
                    """
                    {"pkg": {"name": "a", "secfixes": {
                       "1.10-r0": ["CVE-2030-1000"], "1.9-r1": ["CVE-2030-1000"],
                       "0": ["CVE-2030-1000"], "1.10_rc1-r0": ["CVE-2030-1000"]}}},
                    {"pkg": {"name": "b", "secfixes": {
                       "1.0-r0": ["CVE-2030-1000"], "latest": ["CVE-2030-1000"]}}}
                    """)));
    assertThat(lines(imported))
        .containsExactly(
            "CVE-2030-1000: alpine:3.18/main a FIXED <1.10-r0",
            "CVE-2030-1000: alpine:3.18/main b FIXED <1.0-r0 <latest");
  }

  @Test
  void the_rolling_release_is_edge() {
    String edge = document("{\"pkg\": {\"name\": \"a\", \"secfixes\": {\"1-r0\": [\"XSA-1\"]}}}");
    assertThat(lines(Imported.by(importer, Document.of(edge.replace("v3.18", "edge")))))
        .containsExactly("XSA-1: alpine:edge/main a FIXED <1-r0");
  }

  @Test
  void a_part_that_cannot_be_read_is_rejected_and_the_rest_goes_on() {
    Imported imported =
        Imported.by(
            importer,
            Document.of(
                document(
                    """
                    {"pkg": {"secfixes": {}}}, {"pkg": {"name": "none", "secfixes": null}},
                    {"pkg": {"name": "list", "secfixes": []}},
                    {"pkg": {"name": "text", "secfixes": {"1-r0": "CVE-2030-1000"}}},
                    {"pkg": {"name": "a", "secfixes": {
                       "1-r0": ["CVE-46838", 7, "CVE-2030-1000"], " ": ["CVE-2030-1000"]}}}
                    """)));
    assertThat(lines(imported)).containsExactly("CVE-2030-1000: alpine:3.18/main a FIXED <1-r0");
    assertThat(imported.rejections())
        .containsExactly(
            "packages[0].pkg.name is missing",
            "packages[3].pkg.secfixes.1-r0 is not an array",
            "a 1-r0: \"CVE-46838\" names no vulnerability",
            "a 1-r0: packages[4].pkg.secfixes.1-r0[1] is not a string",
            "a : CVE-2030-1000 is fixed in no version");
  }

  @Test
  void a_document_of_no_release_is_rejected() {
    String odd = document("").replace("v3.18", "latest");
    assertThat(Imported.by(importer, Document.of(odd)).rejections())
        .containsExactly("distroversion is no release: \"latest\"");
  }

  @Test
  void its_documents_are_recognised_by_what_they_hold() {
    assertThat(importer.recognises(Document.of(document("")))).isTrue();
    assertThat(importer.recognises(Document.of("secfixes: \"apkurl\""))).isFalse();
    assertThat(importer.recognises(Document.of("{\"packages\": []}"))).isFalse();
  }
}
