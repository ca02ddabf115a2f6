package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What a scan finds on a machine that has no advisory database yet, and with one.
class ScanTest {
  private static final List<Path> SAMPLES =
      Stream.of("almalinux-9", "alpine-3.18", "debian-12", "ubuntu-22.04")
          .map(Assay::root)
          .toList();

  @Test
  void the_first_line_says_that_only_landmarks_were_checked() {
    Assay scan = Assay.run("scan", Assay.root("debian-12"));
    assertThat(scan.lines().getFirst())
        .matches(
            "\\d{2,} landmark vulnerabilities were checked, all else is not evaluated; for the full"
                + " database run: assay db update \\(or assay db build --from DIR --to FILE\\)");
    assertThat(scan.exitCode()).isZero();
    assertThat(scan.err()).isEmpty();
  }

  @Test
  void the_sample_roots_show_at_least_thirty_findings_offline() {
    JsonNode targets = scanSamples("--format", "json", "--offline").json();
    long findings = targets.valueStream().mapToLong(target -> target.get("findings").size()).sum();
    assertThat(findings).isGreaterThanOrEqualTo(30);
    assertThat(targets.valueStream()).allMatch(target -> !target.get("findings").isEmpty());
  }

  @Test
  void several_targets_are_an_array_in_the_order_named() {
    JsonNode targets = scanSamples("--format", "json").json();
    assertThat(targets.valueStream().map(target -> target.at("/resource/id").asString()))
        .containsExactlyElementsOf(SAMPLES.stream().map(Path::toString).toList());
  }

  @Test
  void one_target_is_an_object() {
    JsonNode target = Assay.run("scan", Assay.root("alpine-3.18"), "--format", "json").json();
    assertThat(target.isObject()).isTrue();
    assertThat(target.at("/resource/ecosystem").asString()).isEqualTo("alpine:3.18");
  }

  @Test
  void the_starter_set_leaves_an_entry_in_what_was_not_evaluated() {
    JsonNode target = Assay.run("scan", Assay.root("debian-12"), "--format", "json").json();
    long landmarks = target.at("/database/vulnerabilities").asLong();
    JsonNode gap = target.at("/notEvaluated/0");
    assertThat(gap.get("reason").asString()).isEqualTo("STARTER_SET");
    assertThat(gap.get("gap").asString()).isEqualTo("PART");
    assertThat(gap.get("why").asString()).contains("only the " + landmarks + " landmark");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sarif", "csv", "cyclonedx", "spdx", "html"})
  void every_other_format_says_so_too(String format) {
    Assay scan = Assay.run("scan", Assay.root("debian-12"), "--format", format);
    assertThat(scan.out()).contains("landmark vulnerabilities that ship with Assay were checked");
    assertThat(scan.exitCode()).isZero();
  }

  @Test
  void a_full_database_is_named_in_the_first_line_instead(@TempDir Path directory) {
    Path database = Databases.ofExamples(directory);
    Assay scan = Assay.run("scan", Assay.root("debian-12"), "--db", database);
    assertThat(scan.lines().getFirst()).startsWith("Database " + directory);
    assertThat(scan.out()).doesNotContain("landmark").doesNotContain("NOT EVALUATED");
    assertThat(scan.out())
        .contains("CVE-2023-38545")
        .contains("curl 7.88.1-10 → 7.88.1-10+deb12u4");
  }

  @Test
  void a_scan_remarks_nothing_and_writes_the_same_when_quiet(@TempDir Path directory) {
    Path database = Databases.ofExamples(directory);
    Assay loud = Assay.run("scan", Assay.root("alpine-3.18"), "--db", database);
    Assay quiet = Assay.run("scan", Assay.root("alpine-3.18"), "--db", database, "--quiet");
    assertThat(quiet).isEqualTo(loud);
    assertThat(loud.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rootfs", "dir"})
  void the_kind_may_be_named(String kind) {
    assertThat(Assay.run("scan", Assay.root("alpine-3.18"), "--kind", kind).exitCode()).isZero();
  }

  @Test
  void a_terminal_gets_colours_and_a_file_none(@TempDir Path directory) throws Exception {
    Path table = directory.resolve("table.txt");
    assertThat(Assay.runAtTerminal("scan", Assay.root("alpine-3.18")).out()).contains("\u001b[");
    assertThat(Assay.run("scan", Assay.root("alpine-3.18")).out()).doesNotContain("\u001b");
    Assay.runAtTerminal("scan", Assay.root("alpine-3.18"), "--output", table);
    assertThat(Files.readString(table)).contains("CVE-2023-38545").doesNotContain("\u001b");
  }

  @Test
  void every_finding_has_a_row_when_all_are_asked_for() {
    Assay table = Assay.run("scan", Assay.root("debian-12"), "--all");
    JsonNode findings =
        Assay.run("scan", Assay.root("debian-12"), "--format", "json").json().get("findings");
    assertThat(table.out()).doesNotContain("folded into counts");
    assertThat(findings.valueStream().map(ScanTest::id)).allMatch(table.out()::contains);
  }

  private static String id(JsonNode finding) {
    return finding.at("/packageVulnerabilityDetails/vulnerabilityId").asString();
  }

  private static Assay scanSamples(Object... more) {
    return Assay.run(
        Stream.of(Stream.of("scan"), SAMPLES.stream(), Stream.of(more))
            .flatMap(words -> words)
            .toArray());
  }
}
