package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Databases.DebianRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// What `--severity`, `--ignore-unfixed` and `--fail-on` show, hide and count.
class ScanViewTest {
  private static final String CRITICAL_FIXED = "CVE-1998-0001";
  private static final String MEDIUM_FIXED = "CVE-1998-0002";
  private static final String CRITICAL_UNFIXED = "CVE-1998-0003";
  private static final String KERNEL = "CVE-1998-0004";

  @TempDir private static Path directory;
  private static Path database;
  private static Root fixable;
  private static Root unfixed;
  private static Root kernel;

  @BeforeAll
  static void build() throws IOException {
    database =
        Databases.ofDebian(
            directory,
            new DebianRecord(CRITICAL_FIXED, "nano", "2", DebianRecord.CRITICAL),
            new DebianRecord(MEDIUM_FIXED, "nano", "2", DebianRecord.MEDIUM),
            new DebianRecord(CRITICAL_UNFIXED, "ed", "", DebianRecord.CRITICAL),
            new DebianRecord(KERNEL, "linux", "6.2", DebianRecord.CRITICAL));
    fixable = Root.debian(directory.resolve("fixable")).installed("nano", "1");
    unfixed = Root.debian(directory.resolve("unfixed")).installed("ed", "1");
    kernel =
        Root.debian(directory.resolve("kernel"))
            .installed("linux-image-6.1.0-9-amd64", "6.1.27-1", "linux");
  }

  private static Assay scan(Root root, Object... more) {
    return Assay.run(
        Stream.concat(Stream.of("scan", root, "--db", database), Stream.of(more)).toArray());
  }

  private static JsonNode json(Root root, Object... more) {
    return scan(root, Stream.concat(Stream.of(more), Stream.of("--format", "json")).toArray())
        .json();
  }

  private static List<String> shown(JsonNode target) {
    return target
        .get("findings")
        .valueStream()
        .map(one -> one.at("/packageVulnerabilityDetails/vulnerabilityId").asString())
        .toList();
  }

  @Test
  void all_severities_are_shown_worst_first() {
    assertThat(shown(json(fixable))).containsExactly(CRITICAL_FIXED, MEDIUM_FIXED);
  }

  @Test
  void what_is_below_the_least_severity_is_counted_as_hidden() {
    JsonNode target = json(fixable, "--severity", "HIGH");
    assertThat(shown(target)).containsExactly(CRITICAL_FIXED);
    assertThat(target.at("/hiddenFindings/belowSeverity").asInt()).isEqualTo(1);
    assertThat(scan(fixable, "--severity", "high").out())
        .contains("1 vulnerability below high not shown, as --severity asked.");
  }

  @Test
  void what_no_version_mends_is_counted_as_hidden() {
    JsonNode target = json(unfixed, "--ignore-unfixed");
    assertThat(shown(target)).isEmpty();
    assertThat(target.at("/hiddenFindings/withoutFix").asInt()).isEqualTo(1);
    assertThat(scan(unfixed, "--ignore-unfixed").out())
        .contains("Nothing to show of 1 package")
        .contains("1 vulnerability without a fix not shown, as --ignore-unfixed asked.");
  }

  @Test
  void without_being_asked_to_hide_it_what_has_no_fix_is_shown() {
    assertThat(shown(json(unfixed))).containsExactly(CRITICAL_UNFIXED);
    assertThat(scan(unfixed).out()).contains("no fix yet");
  }

  @ParameterizedTest
  @CsvSource({"critical, 1", "high, 1", "medium, 1", "low, 1", "informational, 1", "untriaged, 1"})
  void a_finding_at_or_above_the_level_fails(String level, int code) {
    assertThat(scan(fixable, "--fail-on", level).exitCode()).isEqualTo(code);
  }

  @Test
  void only_lesser_findings_do_not_fail() throws IOException {
    Path lesser = directory.resolve("lesser");
    Path mediumOnly =
        Databases.ofDebian(
            lesser, new DebianRecord(MEDIUM_FIXED, "nano", "2", DebianRecord.MEDIUM));
    Object[] words = {"scan", fixable, "--db", mediumOnly, "--fail-on"};
    assertThat(run(words, "high").exitCode()).isZero();
    assertThat(run(words, "medium").exitCode()).isEqualTo(1);
  }

  private static Assay run(Object[] words, Object last) {
    return Assay.run(Stream.concat(Stream.of(words), Stream.of(last)).toArray());
  }

  @Test
  void without_a_level_findings_do_not_fail() {
    assertThat(scan(fixable).exitCode()).isZero();
  }

  @Test
  void what_severity_hides_still_fails() throws IOException {
    Path hidden = directory.resolve("hidden");
    Path mediumOnly =
        Databases.ofDebian(
            hidden, new DebianRecord(MEDIUM_FIXED, "nano", "2", DebianRecord.MEDIUM));
    Assay scan =
        Assay.run(
            "scan", fixable, "--db", mediumOnly, "--severity", "critical", "--fail-on", "medium");
    assertThat(scan.out()).doesNotContain(MEDIUM_FIXED);
    assertThat(scan.exitCode()).isEqualTo(1);
  }

  @Test
  void what_has_no_fix_fails_unless_it_is_ignored() {
    assertThat(scan(unfixed, "--fail-on", "low").exitCode()).isEqualTo(1);
    assertThat(scan(unfixed, "--fail-on", "low", "--ignore-unfixed").exitCode()).isZero();
  }

  @Test
  void a_kernel_that_does_not_run_is_shown_but_does_not_fail() {
    Assay scan = scan(kernel, "--fail-on", "untriaged");
    assertThat(scan.out()).contains("INSTALLED, NOT RUNNING").contains(KERNEL);
    assertThat(scan.exitCode()).isZero();
    JsonNode found =
        json(kernel).at("/findings/0/packageVulnerabilityDetails/vulnerablePackages/0");
    assertThat(found.get("use").asString()).isEqualTo("NOT_RUNNING");
  }
}
