package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The members that others script against.
class ScanJsonTest {
  private static final List<String> OF_FINDING =
      List.of(
          "/type",
          "/severity",
          "/title",
          "/description",
          "/remediation/recommendation/text",
          "/resources/0/id",
          "/exploitAvailable",
          "/fixAvailable",
          "/packageVulnerabilityDetails/vulnerabilityId",
          "/packageVulnerabilityDetails/relatedVulnerabilities",
          "/packageVulnerabilityDetails/source",
          "/packageVulnerabilityDetails/sourceUrl",
          "/packageVulnerabilityDetails/cvss",
          "/packageVulnerabilityDetails/vulnerablePackages/0/name",
          "/packageVulnerabilityDetails/vulnerablePackages/0/version",
          "/packageVulnerabilityDetails/vulnerablePackages/0/arch",
          "/packageVulnerabilityDetails/vulnerablePackages/0/packageManager",
          "/packageVulnerabilityDetails/vulnerablePackages/0/filePath",
          "/packageVulnerabilityDetails/vulnerablePackages/0/remediation",
          "/explanation/sourcePackage/name",
          "/explanation/sourcePackage/version");

  @TempDir private static Path directory;
  private static Path database;

  @BeforeAll
  static void build() {
    database = Databases.ofExamples(directory);
  }

  static Stream<String> membersOfFinding() {
    return OF_FINDING.stream();
  }

  @ParameterizedTest
  @MethodSource("membersOfFinding")
  void every_finding_has_the_member(String pointer) {
    for (JsonNode finding : scan("debian-12").get("findings").values()) {
      assertThat(finding.at(pointer).isMissingNode()).as(finding.toString()).isFalse();
    }
    for (JsonNode finding : scanWithStarter("ubuntu-22.04").get("findings").values()) {
      assertThat(finding.at(pointer).isMissingNode()).as(finding.toString()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/resource/os/id", "/database/sources", "/findings", "/notEvaluated"})
  void a_target_has_the_member(String pointer) {
    assertThat(scan("debian-12").at(pointer).isMissingNode()).isFalse();
  }

  @Test
  void a_gap_says_what_and_why() {
    JsonNode gap = scan("ubuntu-22.04").at("/notEvaluated/0");
    assertThat(gap.get("what").asString()).isEqualTo("Ubuntu 22.04 LTS");
    assertThat(gap.get("why").asString()).contains("no advisories for ubuntu:22.04");
  }

  @Test
  void the_sources_have_their_dates() {
    assertThat(scan("debian-12").at("/database/sources").valueStream())
        .filteredOn(source -> source.get("id").asString().equals("debian-osv"))
        .extracting(source -> source.get("date").asString())
        .containsExactly("2024-11-21");
  }

  @Test
  void a_deb_version_is_split_as_dpkg_splits_it() {
    JsonNode found = packageNamed(scan("debian-12"), "CVE-2023-38545", "libcurl4");
    assertThat(found.get("epoch").asInt()).isZero();
    assertThat(found.get("version").asString()).isEqualTo("7.88.1");
    assertThat(found.get("release").asString()).isEqualTo("10");
    assertThat(found.get("fixedInVersion").asString()).isEqualTo("7.88.1-10+deb12u4");
    JsonNode epoch = packageNamed(scanWithStarter("debian-12"), "CVE-2024-6387", "openssh-server");
    assertThat(epoch.get("epoch").asInt()).isEqualTo(1);
    assertThat(epoch.get("version").asString()).isEqualTo("9.2p1");
    assertThat(epoch.get("release").asString()).isEqualTo("2");
  }

  @Test
  void a_finding_lists_every_affected_package_of_its_source() {
    JsonNode packages =
        finding(scan("alpine-3.18"), "CVE-2023-5363")
            .at("/packageVulnerabilityDetails/vulnerablePackages");
    assertThat(packages.valueStream().map(one -> one.get("name").asString()))
        .containsExactlyInAnyOrder("libcrypto3", "libssl3", "openssl");
  }

  @Test
  void what_is_known_to_be_exploited_says_so() {
    JsonNode finding = finding(scanWithStarter("debian-12"), "CVE-2023-44487");
    assertThat(finding.get("exploitAvailable").asString()).isEqualTo("YES");
    assertThat(finding.at("/explanation/kev/added").asString()).isEqualTo("2023-10-10");
  }

  @Test
  void exploit_prediction_comes_with_its_date() {
    JsonNode epss = finding(scan("debian-12"), "CVE-2023-38545").get("epss");
    assertThat(epss.get("score").asDouble()).isEqualTo(0.00118);
    assertThat(epss.get("date").asString()).isEqualTo("2023-10-20");
  }

  private static JsonNode scan(String root) {
    return Assay.run("scan", Assay.root(root), "--db", database, "--format", "json").json();
  }

  private static JsonNode scanWithStarter(String root) {
    return Assay.run("scan", Assay.root(root), "--format", "json").json();
  }

  private static JsonNode finding(JsonNode target, String vulnerability) {
    return target
        .get("findings")
        .valueStream()
        .filter(
            finding ->
                finding
                    .at("/packageVulnerabilityDetails/vulnerabilityId")
                    .asString()
                    .equals(vulnerability))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode packageNamed(JsonNode target, String vulnerability, String name) {
    return finding(target, vulnerability)
        .at("/packageVulnerabilityDetails/vulnerablePackages")
        .valueStream()
        .filter(one -> one.get("name").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
