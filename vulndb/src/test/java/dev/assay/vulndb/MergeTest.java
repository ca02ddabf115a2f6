package dev.assay.vulndb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Advisory;
import dev.assay.model.AdvisoryId;
import dev.assay.model.CvssScore;
import dev.assay.model.Ecosystem;
import dev.assay.model.SourceId;
import dev.assay.model.VendorStatus;
import dev.assay.model.Vulnerability;
import dev.assay.model.VulnerabilityId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MergeTest {
  private static final VulnerabilityId ID = new VulnerabilityId("CVE-2024-1001");
  private static final String OLD = "2024-01-01T00:00:00Z";
  private static final String NEW = "2024-02-01T00:00:00Z";

  @Test
  void records_of_one_vulnerability_in_several_documents_are_united() {
    VulnerabilityDatabase database =
        Databases.of(
            Advisories.record("alpine-secdb", "CVE-2024-1001")
                .fixes("alpine:3.18", "zlib", "1-r1")
                .made(),
            Advisories.record("alpine-secdb", "CVE-2024-1001")
                .fixes("alpine:3.19", "zlib", "1-r2")
                .made());

    assertThat(fixes(database, "alpine:3.18")).containsExactly("1-r1");
    assertThat(fixes(database, "alpine:3.19")).containsExactly("1-r2");
    assertThat(database.info().sources().getFirst().counts())
        .containsEntry("advisories", 1L)
        .containsEntry("affected packages", 2L)
        .containsEntry("documents united or replaced", 1L);
  }

  @Test
  void of_one_place_the_statements_modified_last_count() {
    VulnerabilityDatabase database =
        Databases.of(
            Advisories.record("debian-osv", "CVE-2024-1001")
                .modified(NEW)
                .fixes("debian:12", "zlib", "2")
                .made(),
            Advisories.record("debian-osv", "CVE-2024-1001")
                .modified(OLD)
                .affects("debian:12", "zlib", VendorStatus.AFFECTED)
                .fixes("debian:11", "zlib", "1")
                .made());

    assertThat(fixes(database, "debian:12")).containsExactly("2");
    assertThat(fixes(database, "debian:11")).containsExactly("1");
  }

  @Test
  void a_bulletin_is_replaced_by_its_later_form() {
    VulnerabilityDatabase database =
        Databases.of(
            Advisories.bulletin("redhat-osv", "RHSA-1", "CVE-2024-1001")
                .modified(NEW)
                .title("new")
                .fixes("redhat:8", "zlib", "2")
                .made(),
            Advisories.bulletin("redhat-osv", "RHSA-1", "CVE-2024-1001")
                .modified(OLD)
                .title("old")
                .fixes("redhat:8", "zlib-devel", "1")
                .made());

    assertThat(fixes(database, "redhat:8")).containsExactly("2");
    assertThat(database.statements(Ecosystem.parse("redhat:8"), "zlib-devel")).isEmpty();
    assertThat(database.advisory(new SourceId("redhat-osv"), new AdvisoryId("RHSA-1")))
        .hasValueSatisfying(advisory -> assertThat(advisory.title()).isEqualTo("new"));
  }

  @Test
  void the_description_is_of_the_source_that_has_the_cves_own_text() {
    Vulnerability merged =
        merged(
            Advisories.record("redhat-cve", "CVE-2024-1001")
                .description("Red Hat's")
                .title("title")
                .made(),
            Advisories.record("debian-osv", "CVE-2024-1001").description("the CVE's").made(),
            Advisories.bulletin("debian-osv", "DSA-1", "CVE-2024-1001")
                .description("a bulletin's")
                .made());

    assertThat(merged.description()).isEqualTo("the CVE's");
    assertThat(merged.title()).isEqualTo("title");
    assertThat(merged.sources())
        .containsExactly(new SourceId("debian-osv"), new SourceId("redhat-cve"));
  }

  @Test
  void a_bulletin_on_several_vulnerabilities_gives_its_scores_to_none() {
    Advisory several =
        Advisories.bulletin("suse-osv", "SU-1", "CVE-2024-1001", "CVE-2024-1002")
            .cvss("SUSE", "CVSS:3.1/AV:N")
            .cwe("CWE-79")
            .description("Several were fixed")
            .made();

    assertThat(merged(several).cvss()).isEmpty();
    assertThat(merged(several).cwes()).isEmpty();
    assertThat(merged(several).description()).isEqualTo("Several were fixed");
    assertThat(
            merged(several, Advisories.record("x", "CVE-2024-1001").description("own").made())
                .description())
        .isEqualTo("own");
  }

  @Test
  void every_score_is_kept_with_its_scorer_and_the_same_one_once() {
    Vulnerability merged =
        merged(
            Advisories.record("a", "CVE-2024-1001")
                .cvss("NVD", "CVSS:3.1/AV:N")
                .cwe("CWE-79")
                .made(),
            Advisories.record("b", "CVE-2024-1001")
                .cvss("NVD", "CVSS:3.1/AV:N")
                .cvss("Red Hat", "CVSS:3.1/AV:N")
                .cwe("CWE-89")
                .made());

    assertThat(merged.cvss()).extracting(CvssScore::scorer).containsExactly("NVD", "Red Hat");
    assertThat(merged.cwes()).containsExactly("CWE-79", "CWE-89");
  }

  @Test
  void a_withdrawn_record_speaks_only_where_no_other_does() {
    Advisory withdrawn =
        Advisories.record("a", "CVE-2024-1001").description("withdrawn").withdrawn().made();
    Advisory standing = Advisories.record("b", "CVE-2024-1001").cwe("CWE-1").made();

    assertThat(merged(withdrawn, standing).description()).isEmpty();
    assertThat(merged(withdrawn).description()).isEqualTo("withdrawn");
  }

  @Test
  void references_are_bounded_over_all_sources() {
    List<String> addresses =
        IntStream.range(0, 50).mapToObj(i -> "https://example.org/" + i).toList();
    assertThat(
            merged(Advisories.record("a", "CVE-2024-1001").references(addresses).made())
                .references())
        .containsExactlyElementsOf(addresses.subList(0, 20));
  }

  @Test
  void a_record_under_a_name_of_its_own_is_an_alias() {
    Vulnerability merged =
        merged(Advisories.record("a", "GHSA-1").naming("CVE-2024-1001").alias("PYSEC-1").made());

    assertThat(merged.aliases())
        .containsExactly(new VulnerabilityId("GHSA-1"), new VulnerabilityId("PYSEC-1"));
  }

  @Test
  void a_description_that_several_sources_share_comes_back_for_each() {
    VulnerabilityDatabase database =
        Databases.of(
            Advisories.record("a", "CVE-2024-1001").description("shared").made(),
            Advisories.record("b", "CVE-2024-1001").description("shared").made());

    assertThat(database.advisories(ID))
        .extracting(Advisory::description)
        .containsExactly("shared", "shared");
    assertThat(database.vulnerability(ID).orElseThrow().description()).isEqualTo("shared");
  }

  @Test
  void a_long_description_ends_in_an_ellipsis() {
    String description =
        merged(Advisories.record("a", "CVE-2024-1001").description("x".repeat(9_000)).made())
            .description();
    assertThat(description).hasSize(4_000).endsWith("x…");
  }

  private static Vulnerability merged(Advisory... advisories) {
    return Databases.of(advisories).vulnerability(ID).orElseThrow();
  }

  private static List<String> fixes(VulnerabilityDatabase database, String ecosystem) {
    return database.statements(Ecosystem.parse(ecosystem), "zlib").stream()
        .map(statement -> String.valueOf(statement.affected().ranges().getFirst().fixed()))
        .toList();
  }
}
