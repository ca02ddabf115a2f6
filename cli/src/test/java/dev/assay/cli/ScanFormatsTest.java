package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Each format, read again by what reads such files.
class ScanFormatsTest {
  private static final Pattern CELL = Pattern.compile("(\"(?:[^\"]|\"\")*\"|[^,\"]*)(,|$)");

  @TempDir private static Path directory;
  private static Path database;

  @BeforeAll
  static void build() {
    database = Databases.ofExamples(directory);
  }

  private static Assay scan(String format) {
    Assay scan = Assay.run("scan", Assay.root("debian-12"), "--db", database, "--format", format);
    assertThat(scan.exitCode()).isZero();
    assertThat(scan.err()).isEmpty();
    return scan;
  }

  @Test
  void sarif_has_a_rule_for_each_vulnerability_and_a_result_for_each_package() {
    JsonNode run = scan("sarif").json().at("/runs/0");
    assertThat(run.at("/tool/driver/rules").valueStream().map(rule -> rule.get("id").asString()))
        .containsExactlyInAnyOrder("CVE-2023-38545", "CVE-2023-38546");
    assertThat(run.get("results").size()).isEqualTo(4);
    assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isTrue();
  }

  @Test
  void cyclonedx_ties_vulnerabilities_to_components() {
    JsonNode bom = scan("cyclonedx").json();
    assertThat(bom.get("bomFormat").asString()).isEqualTo("CycloneDX");
    List<String> components =
        bom.get("components").valueStream().map(one -> one.get("bom-ref").asString()).toList();
    assertThat(bom.get("vulnerabilities").size()).isEqualTo(2);
    for (JsonNode vulnerability : bom.get("vulnerabilities").values()) {
      assertThat(vulnerability.get("affects").valueStream().map(one -> one.get("ref").asString()))
          .hasSize(2)
          .isSubsetOf(components);
    }
  }

  @Test
  void spdx_describes_the_target_and_refers_to_the_advisories() {
    Assay spdx = scan("spdx");
    assertThat(spdx.json().get("spdxVersion").asString()).isEqualTo("SPDX-2.3");
    assertThat(spdx.json().get("packages").size()).isGreaterThan(31);
    assertThat(spdx.out()).contains("SECURITY").contains("CVE-2023-38545");
  }

  @Test
  void csv_has_as_many_cells_in_each_line_as_headings() {
    List<String> lines = scan("csv").lines();
    int headings = cells(lines.getFirst());
    assertThat(lines.getFirst()).startsWith("record,target,");
    assertThat(lines.subList(1, lines.size()))
        .hasSize(4)
        .allMatch(line -> line.startsWith("finding,") && cells(line) == headings);
  }

  private static int cells(String line) {
    Matcher cell = CELL.matcher(line);
    int count = 0;
    while (cell.find()) {
      count++;
      if (cell.group(2).isEmpty()) {
        break;
      }
    }
    return count;
  }

  @Test
  void html_is_one_page_without_outside_resources() {
    String page = scan("html").out();
    assertThat(page).startsWith("<!doctype html>").endsWith("</html>\n");
    assertThat(page).contains("CVE-2023-38545").contains("libcurl4");
    assertThat(page).doesNotContain(" src=").doesNotContain("<link");
  }

  @Test
  void a_whole_gap_makes_a_sarif_run_unsuccessful() {
    Assay scan =
        Assay.run("scan", Assay.root("ubuntu-22.04"), "--db", database, "--format", "sarif");
    assertThat(scan.exitCode()).isEqualTo(3);
    JsonNode invocation = scan.json().at("/runs/0/invocations/0");
    assertThat(invocation.get("executionSuccessful").asBoolean()).isFalse();
    assertThat(invocation.at("/toolExecutionNotifications/0/message/text").asString())
        .contains("no advisories for ubuntu:22.04");
  }
}
