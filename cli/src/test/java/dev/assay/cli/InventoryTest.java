package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class InventoryTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({
    "json, packages, name",
    "cyclonedx, components, name",
    "spdx, packages, name",
  })
  void every_package_is_in_every_form(String format, String list, String name) {
    JsonNode document = Assay.run("inventory", root(), "--format", format).json();
    assertThat(document.get(list).valueStream().map(one -> one.path(name).asString()))
        .contains("curl", "nano");
  }

  @Test
  void the_table_names_versions_and_source_packages() {
    Assay inventory = Assay.run("inventory", root());
    assertThat(inventory.exitCode()).isZero();
    assertThat(inventory.out()).contains("Debian GNU/Linux 12 (bookworm)").contains("7.88.1-10");
  }

  @ParameterizedTest
  @CsvSource({"sarif", "csv", "html"})
  void a_form_of_findings_is_refused_before_anything_is_read(String format) {
    Assay inventory = Assay.run("inventory", directory.resolve("missing"), "--format", format);
    assertThat(inventory.exitCode()).isEqualTo(2);
    assertThat(inventory.complaints())
        .containsExactly(
            "assay: an inventory has no format "
                + format
                + "; there are table, json, cyclonedx, spdx");
  }

  @Test
  void a_root_without_a_package_database_ends_with_3_and_says_so_in_the_document() {
    Root bare = new Root(directory.resolve("bare")).with("etc/os-release", Root.DEBIAN_12);
    Assay inventory = Assay.run("inventory", bare, "--format", "json");
    assertThat(inventory.exitCode()).isEqualTo(3);
    assertThat(inventory.json().get("notEvaluated").get(0).get("gap").asString())
        .isEqualTo("WHOLE");
  }

  @Test
  void a_missing_target_is_one_line_and_2() {
    Path missing = directory.resolve("missing");
    assertThat(Assay.run("inventory", missing))
        .isEqualTo(new Assay(2, "", "assay: target " + missing + " does not exist\n"));
  }

  private Root root() {
    return Root.debian(directory.resolve("root"))
        .installed("curl", "7.88.1-10")
        .installed("nano", "7.2-1");
  }
}
