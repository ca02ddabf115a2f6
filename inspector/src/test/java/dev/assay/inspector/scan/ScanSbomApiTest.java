package dev.assay.inspector.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.assessment.evidence.Advisories.Edition;
import dev.assay.awsapi.inspectorscan.OutputFormat;
import dev.assay.awsapi.inspectorscan.ScanSbomRequest;
import dev.assay.awsapi.inspectorscan.ValidationException;
import dev.assay.awsapi.inspectorscan.ValidationExceptionReason;
import dev.assay.awsapi.json.Json;
import dev.assay.awsapi.json.JsonReader;
import dev.assay.awsapi.value.Caller;
import dev.assay.inventory.InventoryReader;
import dev.assay.inventory.sbom.CycloneDxReader;
import dev.assay.inventory.tree.DirectoryTree;
import dev.assay.match.VulnerabilityMatcher;
import dev.assay.model.Assessment;
import dev.assay.model.Inventory;
import dev.assay.report.InventoryReport;
import dev.assay.report.ReportFormat;
import dev.assay.report.TableStyle;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.cyclonedx.Version;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScanSbomApiTest {
  private static final Edition STARTER = Starter.edition();
  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
  private static final Caller CALLER =
      new Caller("111122223333", "anna", "AKIAIOSFODNN7EXAMPLE", "us-east-1", "request-1");
  private static final String MIXED =
      """
      {"bomFormat": "CycloneDX", "specVersion": "1.5", "components": [
        {"bom-ref": "ssh", "type": "library", "name": "openssh-server", "version": "1:9.2p1-2",
         "purl": "pkg:deb/debian/openssh-server@1:9.2p1-2?distro=debian-12&upstream=openssh",
         "properties": [{"name": "syft:location:0:path", "value": "/var/lib/dpkg/status"}]},
        {"bom-ref": "ssh2", "type": "library", "name": "openssh-server", "version": "1:8.9p1-3",
         "purl": "pkg:deb/ubuntu/openssh-server@1:8.9p1-3?distro=ubuntu-22.04&upstream=openssh"},
        {"type": "library", "name": "left-pad", "purl": "pkg:npm/left-pad@1.3.0"},
        {"type": "file", "name": "/opt/unknown"},
        {"type": "library", "name": "zlib", "purl": "pkg:deb/haiku/zlib@1.2?distro=haiku-1"}
      ]}
      """;

  private final ScanSbomApi api =
      new ScanSbomApi(
          utf8 -> CycloneDxReader.read(new ByteArrayInputStream(utf8), 5000),
          () -> STARTER,
          "test",
          () -> NOW);

  @ParameterizedTest
  @ValueSource(strings = {"almalinux-9", "alpine-3.18", "debian-12", "ubuntu-22.04"})
  void what_a_scan_of_the_tree_finds_is_found_in_its_bill_of_materials(String root)
      throws IOException {
    Inventory taken =
        InventoryReader.standard()
            .read(DirectoryTree.at(Path.of("..", "examples", "roots", root)), root);
    Assessment scan =
        new VulnerabilityMatcher(STARTER.source(), LocalDate.of(2026, 11, 28)).assess(taken);

    Json answer = scan(written(taken), OutputFormat.INSPECTOR);

    assertThat(scan.findings()).isNotEmpty();
    assertThat(ids(answer))
        .containsExactlyInAnyOrderElementsOf(
            scan.findings().stream().map(one -> one.vulnerability().id().value()).toList());
  }

  @ParameterizedTest
  @CsvSource({"CYCLONE_DX_1_5,cyclonedx", "INSPECTOR,inspector", "INSPECTOR_ALT,inspector"})
  void the_answer_is_as_it_was_read_and_approved(String format, String golden) throws IOException {
    String answer = PrettyJson.of(scan(MIXED, OutputFormat.of(format)));

    Path file = Path.of("src", "test", "resources", "scan-sbom-" + golden + ".json");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, answer);
    }
    assertThat(answer).isEqualTo(Files.readString(file));
  }

  @Test
  void the_answer_is_valid_by_the_schema_of_cyclonedx() throws IOException {
    byte[] answer = scan(MIXED, OutputFormat.CYCLONE_DX_1_5).utf8();

    assertThat(new JsonParser().validate(answer, Version.VERSION_15)).isEmpty();
  }

  @Test
  void no_component_is_silent() {
    String answer = PrettyJson.of(scan(MIXED, OutputFormat.INSPECTOR));

    assertThat(answer)
        .contains("Component skipped: this version has no advisories for pkg:npm.")
        .contains("Component skipped: it has no package URL")
        .contains("Component skipped: the advisory database has no advisories for haiku");
  }

  @Test
  void without_a_format_the_answer_is_cyclonedx() {
    assertThat(PrettyJson.of(scan(MIXED, null))).contains("\"specVersion\" : \"1.5\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"bomFormat": "CycloneDX", "specVersion": 1}             | CANNOT_PARSE
          {"bomFormat": "CycloneDX", "specVersion": "1.2"}         | UNSUPPORTED_SBOM_TYPE
          {"spdxVersion": "SPDX-2.3"}                              | UNSUPPORTED_SBOM_TYPE
          """)
  void what_cannot_be_read_is_refused_in_the_models_words(String document, String reason) {
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> scan(document, OutputFormat.INSPECTOR))
        .satisfies(
            refused -> {
              assertThat(refused.reason()).isEqualTo(ValidationExceptionReason.of(reason));
              assertThat(Objects.requireNonNull(refused.fields()).getFirst().name())
                  .isEqualTo("sbom");
            });
  }

  @Test
  void too_many_components_are_refused() {
    String many =
        "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.6\", \"components\": ["
            + "{\"name\": \"a\"},".repeat(5000)
            + "{\"name\": \"a\"}]}";

    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> scan(many, OutputFormat.INSPECTOR))
        .withMessageContaining("more than the 5000 components")
        .satisfies(
            refused ->
                assertThat(refused.reason())
                    .isEqualTo(ValidationExceptionReason.FIELD_VALIDATION_FAILED));
  }

  private Json scan(String document, @org.jspecify.annotations.Nullable OutputFormat format) {
    return Objects.requireNonNull(
        api.scanSbom(
                CALLER,
                ScanSbomRequest.builder()
                    .sbom(JsonReader.read(document.getBytes(StandardCharsets.UTF_8)))
                    .outputFormat(format)
                    .build())
            .sbom());
  }

  private static List<String> ids(Json answer) {
    return switch (((Json.Obj) answer).members().get("vulnerabilities")) {
      case Json.Array(var items) -> items.stream().map(item -> id((Json.Obj) item)).toList();
      case null, default -> List.of();
    };
  }

  private static String id(Json.Obj vulnerability) {
    return vulnerability.members().get("id") instanceof Json.Text(String id) ? id : "none";
  }

  private static String written(Inventory inventory) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ReportFormat.CYCLONEDX
        .inventoryWriter(TableStyle.plain())
        .orElseThrow()
        .write(new InventoryReport("test", Instant.EPOCH, List.of(inventory)), out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
