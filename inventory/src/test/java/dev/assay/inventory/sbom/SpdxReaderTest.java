package dev.assay.inventory.sbom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.inventory.InventoryReader;
import dev.assay.inventory.tree.DirectoryTree;
import dev.assay.model.InstalledPackage;
import dev.assay.model.Inventory;
import dev.assay.model.NotEvaluated;
import dev.assay.model.OperatingSystem;
import dev.assay.model.Sbom;
import dev.assay.model.SbomException;
import dev.assay.model.SbomException.Problem;
import dev.assay.report.InventoryReport;
import dev.assay.report.ReportFormat;
import dev.assay.report.TableStyle;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpdxReaderTest {

  @ParameterizedTest
  @ValueSource(strings = {"almalinux-9", "alpine-3.18", "debian-12", "ubuntu-22.04"})
  void what_we_write_is_read_back(String root) throws IOException {
    Inventory taken =
        InventoryReader.standard()
            .read(DirectoryTree.at(Path.of("..", "examples", "roots", root)), root);

    Inventory read = read(written(taken)).inventory();

    assertThat(read.target()).isEqualTo(root);
    OperatingSystem os = Objects.requireNonNull(taken.os());
    assertThat(Objects.requireNonNull(read.os()).id()).isEqualTo(os.id());
    assertThat(Objects.requireNonNull(read.os()).versionId()).isEqualTo(os.versionId());
    assertThat(read.packages().stream().map(SpdxReaderTest::facts))
        .containsExactlyElementsOf(taken.packages().stream().map(SpdxReaderTest::facts).toList());
    assertThat(read.notEvaluated().stream().map(NotEvaluated::why))
        .hasSameSizeAs(taken.notEvaluated());
  }

  @Test
  void a_package_without_package_url_is_not_evaluated_unless_it_is_the_subject() {
    Sbom sbom =
        read(
            """
            {"spdxVersion": "SPDX-2.3", "name": "app", "packages": [
              {"SPDXID": "SPDXRef-app", "name": "app"},
              {"SPDXID": "SPDXRef-lib", "name": "lib", "versionInfo": "1"}],
             "relationships": [{"spdxElementId": "SPDXRef-DOCUMENT",
              "relationshipType": "DESCRIBES", "relatedSpdxElement": "SPDXRef-app"}]}
            """);

    assertThat(sbom.entries()).extracting(Sbom.Entry::name).containsExactly("lib");
    assertThat(Objects.requireNonNull(sbom.entries().getFirst().notEvaluated()).why())
        .contains("no package URL");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          []                                                                    | MALFORMED
          {"spdxVersion": "SPDX-3.0"}                                           | UNSUPPORTED
          {"bomFormat": "CycloneDX"}                                            | UNSUPPORTED
          {"spdxVersion": "SPDX-2.3", "packages": [{}]}                         | MALFORMED
          {"spdxVersion": "SPDX-2.3", "packages": [{"name":"a"},{"name":"b"}]}  | LIMIT
          """)
  void what_cannot_be_read_says_what_is_wrong(String document, Problem problem) {
    assertThatExceptionOfType(SbomException.class)
        .isThrownBy(
            () ->
                SpdxReader.read(
                    new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)), 1))
        .satisfies(refused -> assertThat(refused.problem()).isEqualTo(problem));
  }

  @FuzzTest
  void any_bytes_are_read_or_refused(byte[] data) {
    try {
      SpdxReader.read(new ByteArrayInputStream(data), 1000).inventory();
    } catch (SbomException refused) {
      assertThat(refused).hasMessageMatching("(?s).+");
    }
  }

  private static List<Object> facts(InstalledPackage one) {
    return List.of(
        one.type(),
        one.name(),
        one.version(),
        one.architecture(),
        one.sourceName(),
        one.sourceVersion(),
        String.valueOf(one.module()));
  }

  private static Sbom read(String document) {
    return SpdxReader.read(
        new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)), 100_000);
  }

  private static String written(Inventory inventory) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ReportFormat.SPDX
        .inventoryWriter(TableStyle.plain())
        .orElseThrow()
        .write(new InventoryReport("test", Instant.EPOCH, List.of(inventory)), out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
