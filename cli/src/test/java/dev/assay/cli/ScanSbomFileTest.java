package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// A bill of materials is scanned like the tree that it was taken from.
class ScanSbomFileTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"almalinux-9", "alpine-3.18", "debian-12", "ubuntu-22.04"})
  void what_is_found_in_a_tree_is_found_in_its_bill_of_materials(String root) throws IOException {
    Path file = sbom(root);

    Assay scan = Assay.run("scan", file, "--format", "json");

    assertThat(scan.exitCode()).isZero();
    assertThat(ids(scan.json()))
        .isNotEmpty()
        .isEqualTo(ids(Assay.run("scan", Assay.root(root), "--format", "json").json()));
    assertThat(scan.json().get("resource").get("id").asString()).isEqualTo(file.toString());
  }

  @Test
  void spdx_is_read_as_well() throws IOException {
    Path file = file(Assay.run("inventory", Assay.root("debian-12"), "--format", "spdx").out());

    assertThat(ids(Assay.run("scan", file, "--format", "json").json()))
        .isEqualTo(ids(Assay.run("scan", Assay.root("debian-12"), "--format", "json").json()));
  }

  @Test
  void its_inventory_is_listed_too() throws IOException {
    assertThat(Assay.run("inventory", sbom("alpine-3.18")).out()).contains("busybox");
  }

  @Test
  void a_component_that_cannot_be_judged_is_in_the_result() throws IOException {
    Path file =
        file(
            """
            {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
              {"type": "library", "name": "left-pad", "purl": "pkg:npm/left-pad@1.3.0"}]}
            """);

    Assay scan = Assay.run("scan", file);

    assertThat(scan.exitCode()).isEqualTo(3);
    assertThat(scan.out()).contains("left-pad").contains("pkg:npm");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"spdxVersion": "SPDX-3.0"}                       | neither SPDX-2.2 nor SPDX-2.3
          not JSON                                          | is neither a directory nor a CycloneDX or SPDX document
          {"bomFormat": "CycloneDX", "specVersion": "1.1"}  | 'specVersion' is '1.1', none of 1.4, 1.5 and 1.6
          {"bomFormat": "CycloneDX", "components": 7}       | an array is expected here
          """)
  void what_is_none_is_refused_in_one_line(String content, String complaint) throws IOException {
    Assay scan = Assay.run("scan", file(content));

    assertThat(scan.exitCode()).isEqualTo(2);
    assertThat(scan.complaints()).hasSize(1).first().asString().contains(complaint);
  }

  @Test
  void the_kind_may_be_named_and_must_be_right() throws IOException {
    Path file = sbom("alpine-3.18");

    assertThat(Assay.run("scan", file, "--kind", "sbom").exitCode()).isZero();
    assertThat(Assay.run("scan", file, "--kind", "rootfs").err()).contains("is no directory");
    assertThat(Assay.run("scan", directory, "--kind", "sbom").err()).contains("is a directory");
  }

  private Path sbom(String root) throws IOException {
    return file(Assay.run("inventory", Assay.root(root), "--format", "cyclonedx").out());
  }

  private Path file(String content) throws IOException {
    return Files.writeString(directory.resolve("bom.cdx.json"), content);
  }

  private static List<String> ids(JsonNode report) {
    return report
        .get("findings")
        .valueStream()
        .map(one -> one.get("packageVulnerabilityDetails").get("vulnerabilityId").asString())
        .sorted()
        .toList();
  }
}
