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
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CycloneDxReaderTest {
  private static final String BOM =
      """
      {"bomFormat": "CycloneDX", "specVersion": "1.5", "components": [%s]}
      """;

  @ParameterizedTest
  @ValueSource(strings = {"almalinux-9", "alpine-3.18", "debian-12", "ubuntu-22.04"})
  void what_we_write_is_read_back(String root) throws IOException {
    Inventory taken =
        InventoryReader.standard()
            .read(DirectoryTree.at(Path.of("..", "examples", "roots", root)), root);

    Inventory read = read(written(taken)).inventory();

    assertThat(read.target()).isEqualTo(root);
    assertThat(facts(Objects.requireNonNull(read.os())))
        .isEqualTo(facts(Objects.requireNonNull(taken.os())));
    assertThat(read.packages().stream().map(CycloneDxReaderTest::facts))
        .containsExactlyElementsOf(
            taken.packages().stream().map(CycloneDxReaderTest::facts).distinct().toList());
    assertThat(read.notEvaluated()).containsExactlyElementsOf(taken.notEvaluated());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          pkg:deb/debian/libssl3@3.0.11-1?arch=amd64&distro=debian-12&upstream=openssl@3.0.11-1 | debian 12        | 3.0.11-1         | openssl 3.0.11-1
          pkg:deb/debian/curl@7.50.3-1?distro=jessie                                            | debian jessie    | 7.50.3-1         | curl 7.50.3-1
          pkg:deb/ubuntu/curl@7.81.0-1?distro=jammy                                             | ubuntu 22.04     | 7.81.0-1         | curl 7.81.0-1
          pkg:deb/ubuntu/passwd@4.8.1-2?distro=ubuntu-22.04&epoch=1&upstream=shadow             | ubuntu 22.04     | 1:4.8.1-2        | shadow 1:4.8.1-2
          pkg:apk/alpine/libcrypto3@3.1.0-r4?distro=3.18.4&upstream=openssl                     | alpine 3.18.4    | 3.1.0-r4         | openssl 3.1.0-r4
          pkg:apk/alpine/busybox@1.36.1-r5?distro=alpine-3.18.4                                 | alpine 3.18.4    | 1.36.1-r5        | busybox 1.36.1-r5
          pkg:rpm/redhat/openssl-libs@3.0.7-24.el9?distro=redhat-9.2&epoch=1&upstream=openssl-3.0.7-24.el9.src.rpm | rhel 9.2 | 1:3.0.7-24.el9 | openssl 1:3.0.7-24.el9
          pkg:rpm/amzn/bash@5.2.15-1.amzn2023?distro=amazon-2023                                | amzn 2023        | 5.2.15-1.amzn2023 | bash 5.2.15-1.amzn2023
          pkg:rpm/opensuse/zlib@1.2-3?distro=opensuse-leap-15.4                                 | opensuse-leap 15.4 | 1.2-3          | zlib 1.2-3
          """)
  void package_urls_name_package_source_and_distribution(
      String purl, String os, String version, String source) {
    Inventory inventory = read(component(purl)).inventory();

    OperatingSystem system = Objects.requireNonNull(inventory.os());
    InstalledPackage only = inventory.packages().getFirst();
    assertThat(
            system.id()
                + " "
                + (system.versionId().isEmpty() ? system.codename() : system.versionId()))
        .isEqualTo(os);
    assertThat(only.version()).isEqualTo(version);
    assertThat(only.sourceName() + " " + only.sourceVersion()).isEqualTo(source);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          pkg:npm/left-pad@1.3.0           | this version has no advisories for pkg:npm
          pkg:deb/debian/curl@7.50         | neither its package URL (distro=) nor the document names the distribution's release
          pkg:deb/debian/curl@7.50?distro=debian | neither its package URL (distro=) nor the document names the distribution's release
          pkg:deb/debian/curl?distro=debian-12 | its package URL names no version
          deb/curl                         | its package URL cannot be read: it does not begin with pkg:
          """)
  void a_component_that_cannot_be_judged_says_why(String purl, String reason) {
    Sbom sbom = read(component(purl));

    assertThat(Objects.requireNonNull(sbom.entries().getFirst().notEvaluated()).why())
        .isEqualTo(reason);
    assertThat(sbom.inventory().packages()).isEmpty();
    assertThat(sbom.inventory().notEvaluated()).anyMatch(gap -> gap.why().equals(reason));
  }

  @Test
  void a_component_without_package_url_says_so() {
    Sbom sbom = read(BOM.formatted("{\"type\": \"file\", \"name\": \"/bin/x\"}"));

    assertThat(sbom.inventory().notEvaluated())
        .anyMatch(gap -> gap.what().equals("/bin/x") && gap.why().startsWith("it has no package"));
  }

  @Test
  void the_operating_system_component_stands_for_what_package_urls_leave_out() {
    Sbom sbom =
        read(
            BOM.formatted(
                """
                {"type": "operating-system", "name": "debian", "version": "12.5"},
                {"name": "curl", "purl": "pkg:deb/debian/curl@7.88.1-10"},
                {"name": "zlib", "purl": "pkg:deb/debian/zlib@1.2?distro=debian-12"}
                """));

    assertThat(sbom.inventories()).hasSize(1);
    assertThat(sbom.inventory().packages()).hasSize(2);
    assertThat(Objects.requireNonNull(sbom.inventory().os()).versionId()).isEqualTo("12.5");
  }

  @Test
  void packages_of_another_distribution_are_an_inventory_of_their_own() {
    Sbom sbom =
        read(
            BOM.formatted(
                """
                {"name": "a", "purl": "pkg:deb/debian/a@1?distro=debian-12"},
                {"name": "b", "purl": "pkg:deb/debian/b@1?distro=debian-12"},
                {"name": "a", "purl": "pkg:apk/alpine/a@1?distro=alpine-3.18"}
                """));

    assertThat(sbom.inventories()).hasSize(2);
    assertThat(sbom.inventory().packages()).hasSize(2);
    assertThat(sbom.inventory().notEvaluated())
        .anyMatch(
            gap ->
                gap.what().equals("1 package of alpine 3.18")
                    && gap.reason() == NotEvaluated.Reason.AMBIGUOUS);
  }

  @Test
  void a_supplier_is_the_vendor_in_our_own_documents_only() {
    String component =
        """
        {"name": "a", "supplier": {"name": "Jane Doe <jane@debian.org>"},
         "purl": "pkg:deb/debian/a@1?distro=debian-12"%s}
        """;
    String own = ", \"properties\": [{\"name\": \"assay:package-type\", \"value\": \"deb\"}]";

    assertThat(vendor(component.formatted(""))).isNull();
    assertThat(vendor(component.formatted(own))).isEqualTo("Jane Doe <jane@debian.org>");
  }

  private static @Nullable String vendor(String component) {
    return read(BOM.formatted(component)).inventory().packages().getFirst().vendor();
  }

  @Test
  void that_no_source_package_is_named_is_told() {
    assertThat(read(component("pkg:deb/debian/a@1?distro=debian-12")).inventory().notEvaluated())
        .anyMatch(gap -> gap.what().equals("source packages of debian 12"));
    assertThat(read(component("pkg:rpm/redhat/a@1-1?distro=rhel-9")).inventory().notEvaluated())
        .isEmpty();
  }

  @Test
  void refs_are_unique_also_where_the_documents_are_not() {
    Sbom sbom =
        read(
            BOM.formatted(
                """
                {"bom-ref": "x", "name": "a"}, {"bom-ref": "x", "name": "b"}, {"name": "c"},
                {"bom-ref": "comp-3", "name": "d", "components": [{"name": "inner"}]}
                """));

    List<String> refs = sbom.entries().stream().map(Sbom.Entry::ref).toList();
    assertThat(new HashSet<>(refs)).hasSize(5).hasSameSizeAs(refs);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          []                                                       | MALFORMED
          {"bomFormat": "CycloneDX"                                | MALFORMED
          {"bomFormat": "CycloneDX", "specVersion": 1.5}           | MALFORMED
          {"bomFormat": "CycloneDX", "specVersion": "1.3"}         | UNSUPPORTED
          {"spdxVersion": "SPDX-2.3"}                              | UNSUPPORTED
          {"bomFormat": "CycloneDX", "specVersion": "1.5", "components": [{}]} | MALFORMED
          {"bomFormat": "CycloneDX", "specVersion": "1.5", "components": [{"name":"a"},{"name":"a"},{"name":"a"}]} | LIMIT
          """)
  void what_cannot_be_read_says_what_is_wrong(String document, Problem problem) {
    assertThatExceptionOfType(SbomException.class)
        .isThrownBy(() -> CycloneDxReader.read(bytes(document), 2))
        .satisfies(refused -> assertThat(refused.problem()).isEqualTo(problem));
  }

  @Test
  void components_inside_components_count_too() {
    String nested =
        "{\"name\": \"a\", \"components\": [{\"name\": \"b\", \"components\": [{\"name\": \"c\"}]}]}";

    assertThatExceptionOfType(SbomException.class)
        .isThrownBy(() -> CycloneDxReader.read(bytes(BOM.formatted(nested)), 2))
        .withMessageContaining("more than the 2 components");
  }

  @Test
  void depth_is_bounded() {
    String deep = "{\"name\": \"a\", \"components\": [".repeat(500);

    assertThatExceptionOfType(SbomException.class)
        .isThrownBy(() -> read(BOM.formatted(deep)))
        .satisfies(refused -> assertThat(refused.problem()).isEqualTo(Problem.MALFORMED));
  }

  @Test
  void every_component_of_a_mutated_document_is_a_package_or_has_a_reason() throws IOException {
    Inventory taken =
        InventoryReader.standard()
            .read(DirectoryTree.at(Path.of("..", "examples", "roots", "debian-12")), "root");
    byte[] original = written(taken).getBytes(StandardCharsets.UTF_8);
    Random random = new Random(20261128);
    for (int round = 0; round < 2000; round++) {
      byte[] mutated = original.clone();
      for (int change = 0; change < 1 + random.nextInt(4); change++) {
        mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(32, 127);
      }
      everyComponentIsAccountedFor(mutated);
    }
  }

  @FuzzTest
  void any_bytes_are_read_or_refused(byte[] data) {
    everyComponentIsAccountedFor(data);
  }

  private static void everyComponentIsAccountedFor(byte[] document) {
    Sbom sbom;
    try {
      sbom = CycloneDxReader.read(new ByteArrayInputStream(document), 1000);
    } catch (SbomException refused) {
      assertThat(refused).hasMessageMatching("(?s).+");
      return;
    }
    Set<String> judged = new HashSet<>();
    sbom.inventories()
        .forEach(one -> one.packages().forEach(p -> assertThat(judged.add(p.evidence())).isTrue()));
    for (Sbom.Entry entry : sbom.entries()) {
      boolean explained =
          entry.notEvaluated() != null || entry.type().equals(Component.OPERATING_SYSTEM);
      assertThat(judged.contains(entry.ref())).isEqualTo(!explained);
    }
  }

  /// What of a package survives the format.
  private static List<Object> facts(InstalledPackage one) {
    return List.of(
        one.type(),
        one.name(),
        one.version(),
        one.architecture(),
        one.state(),
        one.sourceName(),
        one.sourceVersion(),
        String.valueOf(one.module()),
        one.evidence(),
        one.vendor() == null || one.vendor().isBlank() ? "" : one.vendor());
  }

  private static List<String> facts(OperatingSystem os) {
    return List.of(os.id(), os.versionId(), String.valueOf(os.codename()));
  }

  private static String component(String purl) {
    return BOM.formatted("{\"type\": \"library\", \"name\": \"x\", \"purl\": \"" + purl + "\"}");
  }

  private static Sbom read(String document) {
    return CycloneDxReader.read(bytes(document), CycloneDxReader.COMPONENTS);
  }

  private static ByteArrayInputStream bytes(String document) {
    return new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8));
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
