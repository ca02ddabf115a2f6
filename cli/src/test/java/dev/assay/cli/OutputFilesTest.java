package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which `--output` belongs to which `--format`.
class OutputFilesTest {
  private static final Path TARGET = Assay.root("alpine-3.18");

  @TempDir private Path directory;

  @Test
  void the_first_file_is_for_the_first_format_and_so_on() throws IOException {
    Path json = directory.resolve("1");
    Path csv = directory.resolve("2");
    Assay scan =
        Assay.run(
            "scan",
            TARGET,
            "--format",
            "json",
            "--format",
            "csv",
            "--output",
            json,
            "--output",
            csv);
    assertThat(scan).isEqualTo(new Assay(0, "", ""));
    assertThat(Files.readString(json)).startsWith("{");
    assertThat(Files.readString(csv)).startsWith("record,");
  }

  @Test
  void one_last_format_goes_to_standard_output() throws IOException {
    Path json = directory.resolve("report.json");
    Assay scan =
        Assay.run("scan", TARGET, "--format", "json", "--output", json, "--format", "table");
    assertThat(Files.readString(json)).startsWith("{");
    assertThat(scan.lines().getFirst()).contains("landmark vulnerabilities");
  }

  @Test
  void without_a_format_the_file_gets_the_table() throws IOException {
    Path table = directory.resolve("report.txt");
    assertThat(Assay.run("scan", TARGET, "--output", table).out()).isEmpty();
    assertThat(Files.readString(table)).contains("landmark vulnerabilities");
  }

  @Test
  void two_formats_cannot_share_standard_output() {
    Assay scan = Assay.run("scan", TARGET, "--format", "json", "--format", "csv");
    assertThat(scan.exitCode()).isEqualTo(2);
    assertThat(scan.out()).isEmpty();
    assertThat(scan.complaints())
        .containsExactly(
            "assay: only one format can go to standard output; give the others an --output FILE");
  }

  @Test
  void more_files_than_formats_are_refused() {
    Assay scan =
        Assay.run(
            "scan", TARGET, "--output", directory.resolve("a"), "--output", directory.resolve("b"));
    assertThat(scan.exitCode()).isEqualTo(2);
    assertThat(scan.complaints()).containsExactly("assay: 2 --output files, but only 1 --format");
  }

  @Test
  void one_file_for_two_formats_is_refused_before_anything_is_written() {
    Path file = directory.resolve("a");
    Path same = directory.resolve(".").resolve("a");
    Assay scan =
        Assay.run(
            "scan",
            TARGET,
            "--format",
            "json",
            "--format",
            "csv",
            "--output",
            file,
            "--output",
            same);
    assertThat(scan.exitCode()).isEqualTo(2);
    assertThat(scan.err()).contains("is named for two formats");
    assertThat(file).doesNotExist();
  }

  @Test
  void an_older_report_is_replaced() throws IOException {
    Path file = directory.resolve("report.json");
    Files.writeString(file, "x".repeat(1_000_000));
    Assay.run("scan", TARGET, "--format", "json", "--output", file);
    assertThat(Files.readString(file)).startsWith("{").endsWith("}\n").doesNotContain("xxx");
  }

  @Test
  void an_inventory_pairs_them_alike() throws IOException {
    Path spdx = directory.resolve("spdx.json");
    Assay inventory =
        Assay.run(
            "inventory", TARGET, "--format", "spdx", "--output", spdx, "--format", "cyclonedx");
    assertThat(Files.readString(spdx)).contains("SPDX-2.3");
    assertThat(inventory.out()).contains("CycloneDX");
  }
}
