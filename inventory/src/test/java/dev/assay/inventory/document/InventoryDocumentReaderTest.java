package dev.assay.inventory.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.inventory.InventoryReader;
import dev.assay.inventory.tree.DirectoryTree;
import dev.assay.model.Inventory;
import dev.assay.model.Kernel;
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
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InventoryDocumentReaderTest {
  private static final String SMALLEST =
      """
      {"resource": {"id": "web-1", "kernel": {"state": "NOT_RUNNING"}}, "packages": []}
      """;

  @ParameterizedTest
  @ValueSource(strings = {"almalinux-9", "alpine-3.18", "debian-12", "ubuntu-22.04"})
  void what_is_written_is_read_back(String root) throws IOException {
    Inventory taken = read(Path.of("..", "examples", "roots", root));
    assertThat(taken.packages()).isNotEmpty();

    assertThat(InventoryDocumentReader.read(written(taken))).isEqualTo(taken);
  }

  @Test
  void this_machines_inventory_is_read_back() throws IOException {
    Inventory taken = read(Path.of("/"));

    assertThat(InventoryDocumentReader.read(written(taken))).isEqualTo(taken);
  }

  @Test
  void what_is_absent_is_unknown_or_empty() {
    Inventory inventory = read(SMALLEST);

    assertThat(inventory)
        .isEqualTo(
            new Inventory(
                "web-1",
                null,
                new Kernel.NotRunning(),
                List.of(),
                Set.of(),
                null,
                Set.of(),
                List.of()));
  }

  @Test
  void members_that_are_not_known_are_passed_over() {
    String document = SMALLEST.replaceFirst("\\{", "{\"later\": [{\"a\": 1}], ");

    assertThat(read(document)).isEqualTo(read(SMALLEST));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"packages": []}                                                     | resource.id
          {"resource": {"id": "a", "kernel": {"state": "IMAGE"}}}              | packages
          {"resource": {"id": "a"}, "packages": []}                            | kernel
          {"resource": {"id": "a", "kernel": {"state": "HOT"}}, "packages": []} | HOT
          {"resource": {"id": "a", "kernel": {"state": "RUNNING"}}}            | release
          {"resource": {"id": 7}}                                              | a text
          {"packages": {}}                                                     | an array
          {"packages": [{"type": "exe", "name": "a"}]}                         | exe
          {"packages": [{"type": "deb", "version": "1"}]}                      | 'name'
          {"packages": [{"type": "deb", "name": " ", "version": "1", "architecture": "", "evidence": ""}]} | name
          []                                                                   | an object
          {"resource":                                                         | end-of-input
          """)
  void what_is_no_inventory_is_named(String document, String named) {
    assertThatThrownBy(() -> read(document))
        .isInstanceOf(InventoryDocumentException.class)
        .hasMessageContaining(named);
  }

  @Test
  void nothing_may_follow() {
    assertThatThrownBy(() -> read(SMALLEST + "{}"))
        .isInstanceOf(InventoryDocumentException.class)
        .hasMessageContaining("follows");
  }

  @Test
  void nesting_is_bounded() {
    assertThatThrownBy(() -> read("{\"x\":" + "[".repeat(100_000)))
        .isInstanceOf(InventoryDocumentException.class);
  }

  @Test
  void damaged_documents_are_refused_or_read_but_never_crash() throws IOException {
    byte[] sound = written(read(Path.of("..", "examples", "roots", "debian-12"))).readAllBytes();
    Random random = new Random(20261128);
    for (int i = 0; i < 2_000; i++) {
      byte[] damaged = sound.clone();
      for (int change = random.nextInt(4); change >= 0; change--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      fuzz(damaged);
    }
  }

  @FuzzTest
  void fuzz(byte[] document) {
    try {
      assertThat(InventoryDocumentReader.read(new ByteArrayInputStream(document))).isNotNull();
    } catch (InventoryDocumentException refused) {
      assertThat(refused).hasMessageMatching("(?s).+");
    }
  }

  private static Inventory read(Path root) throws IOException {
    return InventoryReader.standard().read(DirectoryTree.at(root), root.toString());
  }

  private static Inventory read(String document) {
    return InventoryDocumentReader.read(
        new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
  }

  private static ByteArrayInputStream written(Inventory inventory) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ReportFormat.JSON
        .inventoryWriter(TableStyle.plain())
        .orElseThrow()
        .write(new InventoryReport("test", Instant.EPOCH, List.of(inventory)), out);
    return new ByteArrayInputStream(out.toByteArray());
  }
}
