package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Decisions not to be told of a vulnerability.
class ScanIgnoreFileTest {
  private static final String CURL =
      "- vulnerability: CVE-2023-38545\n  package: curl\n  reason: no proxy is used\n";

  @TempDir private static Path directory;
  private static Path database;

  @BeforeAll
  static void build() {
    database = Databases.ofExamples(directory);
  }

  private static Assay scan(String ignored, Object... more) throws IOException {
    Path file = Files.writeString(directory.resolve("ignore.yaml"), ignored);
    Stream<Object> words =
        Stream.of("scan", Assay.root("debian-12"), "--db", database, "--ignore-file", file);
    return Assay.run(Stream.concat(words, Stream.of(more)).toArray());
  }

  private static JsonNode json(String ignored) throws IOException {
    return scan(ignored, "--format", "json").json();
  }

  @Test
  void what_is_ignored_is_listed_as_suppressed_with_its_reason() throws IOException {
    JsonNode target = json(CURL);
    assertThat(target.get("findings").size()).isEqualTo(1);
    JsonNode suppressed = target.at("/suppressedFindings/0");
    assertThat(suppressed.get("status").asString()).isEqualTo("SUPPRESSED");
    assertThat(suppressed.at("/suppression/reason").asString()).isEqualTo("no proxy is used");
    assertThat(suppressed.at("/packageVulnerabilityDetails/vulnerabilityId").asString())
        .isEqualTo("CVE-2023-38545");
  }

  @Test
  void the_table_lists_what_is_suppressed() throws IOException {
    assertThat(scan(CURL).out())
        .contains("SUPPRESSED by the ignore file: 1")
        .contains("for good: no proxy is used");
  }

  @Test
  void a_source_package_stands_for_all_that_is_built_from_it() throws IOException {
    JsonNode packages =
        json(CURL).at("/suppressedFindings/0/packageVulnerabilityDetails/vulnerablePackages");
    assertThat(packages.valueStream().map(one -> one.get("name").asString()))
        .containsExactlyInAnyOrder("curl", "libcurl4");
  }

  @Test
  void a_binary_package_leaves_its_siblings_reported() throws IOException {
    JsonNode target = json(CURL.replace("package: curl", "package: libcurl4"));
    assertThat(target.get("findings").size()).isEqualTo(2);
    assertThat(
            target.at("/findings/0/packageVulnerabilityDetails/vulnerablePackages").valueStream())
        .extracting(one -> one.get("name").asString())
        .containsExactly("curl");
  }

  @Test
  void without_a_package_all_packages_are_meant() throws IOException {
    assertThat(json(CURL.replace("  package: curl\n", "")).get("findings").size()).isEqualTo(1);
  }

  @Test
  void what_is_ignored_does_not_fail() throws IOException {
    assertThat(scan("[]", "--fail-on", "critical").exitCode()).isEqualTo(1);
    assertThat(scan(CURL, "--fail-on", "critical").exitCode()).isZero();
  }

  @Test
  void an_entry_holds_to_the_end_of_its_last_day() throws IOException {
    // Yesterday and tomorrow, so that midnight may pass while the test runs.
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    assertThat(json(CURL + "  expires: " + today.plusDays(1)).get("findings").size()).isEqualTo(1);
    assertThat(json(CURL + "  expires: " + today.minusDays(1)).get("findings").size()).isEqualTo(2);
  }

  @Test
  void an_entry_that_has_run_out_says_so_and_fails_again() throws IOException {
    Assay scan = scan(CURL + "  expires: 2020-01-31\n", "--fail-on", "critical");
    assertThat(scan.out())
        .contains(
            "The ignore file's entry for CVE-2023-38545 ended on 2020-01-31 and no longer hides it.")
        .doesNotContain("SUPPRESSED");
    assertThat(scan.exitCode()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# only a remark\n", "[]\n", "---\n"})
  void a_file_without_an_entry_hides_nothing(String content) throws IOException {
    assertThat(json(content).get("findings").size()).isEqualTo(2);
  }

  @Test
  void a_file_without_an_end_is_refused() {
    Path endless = Path.of("/dev/zero");
    assumeTrue(Files.isReadable(endless), "/dev/zero is not there");
    Assay scan = Assay.run("scan", Assay.root("debian-12"), "--ignore-file", endless);
    assertThat(scan.exitCode()).isEqualTo(2);
    assertThat(scan.err()).contains("ignore file /dev/zero: larger than 2 MiB");
  }

  @Test
  void an_entry_on_another_vulnerability_hides_nothing() throws IOException {
    assertThat(json(CURL.replace("38545", "99999")).get("findings").size()).isEqualTo(2);
  }

  @Test
  void the_example_is_understood() {
    Assay scan =
        Assay.run(
            "scan",
            Assay.root("debian-12"),
            "--ignore-file",
            Assay.EXAMPLES.resolve("ignore.yaml"),
            "--format",
            "json");
    assertThat(scan.exitCode()).isZero();
    assertThat(scan.json().get("suppressedFindings").size()).isGreaterThanOrEqualTo(1);
  }
}
