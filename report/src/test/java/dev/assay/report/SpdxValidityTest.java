package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Assessment;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spdx.jacksonstore.MultiFormatStore;
import org.spdx.library.SpdxModelFactory;
import org.spdx.library.model.v2.SpdxDocument;
import org.spdx.storage.simple.InMemSpdxStore;

/// SPDX's own library reads what we write, and has nothing to complain of.
class SpdxValidityTest {

  static Stream<Assessment> assessments() {
    return Stream.of(
        Fixtures.debianHost(), Fixtures.endedRpmRoot(), Fixtures.cleanImage(), Fixtures.hostile());
  }

  @ParameterizedTest
  @MethodSource("assessments")
  void scansAreValid(Assessment assessment) throws Exception {
    ScanReport report = Fixtures.report(View.everything(), assessment);
    assertThat(read(Golden.text(new SpdxScanWriter(), report)).verify()).isEmpty();
  }

  @Test
  void inventoriesAreValidAndDescribeEveryTarget() throws Exception {
    InventoryReport report =
        new InventoryReport(
            "0.1.0", Fixtures.AT, assessments().map(Assessment::inventory).toList());
    SpdxDocument document = read(Golden.text(new SpdxInventoryWriter(), report));
    assertThat(document.verify()).isEmpty();
    assertThat(document.getDocumentDescribes()).hasSize(4);
  }

  private static SpdxDocument read(String json) throws Exception {
    SpdxModelFactory.init();
    MultiFormatStore store =
        new MultiFormatStore(new InMemSpdxStore(), MultiFormatStore.Format.JSON_PRETTY);
    return store.deSerialize(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MIT",
        "GPL-2.0-only",
        "Apache-2.0+",
        "GPL-2.0+",
        "MIT AND (Zlib OR BSD-3-Clause)",
        "GPL-2.0-only WITH Classpath-exception-2.0",
        "((MIT))",
      })
  void licenceExpressions(String text) {
    assertThat(SpdxLicence.isExpression(text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "GPLv2+ and MIT",
    "GPLv2+",
    "MIT and Zlib",
    "mit",
    "MIT AND",
    "MIT Zlib",
    "(MIT",
    "MIT)",
    "AND",
    "MIT WITH MIT",
    "MIT; Zlib",
    "LicenseRef-Own",
    "''",
    "'MIT\u001b[1m'",
  })
  void noLicenceExpressions(String text) {
    assertThat(SpdxLicence.isExpression(text)).isFalse();
  }

  @Test
  void deeplyNestedTextIsNoExpressionAndNoStackOverflow() {
    assertThat(SpdxLicence.isExpression("(".repeat(100_000) + "MIT" + ")".repeat(100_000)))
        .isFalse();
  }

  @Test
  void theSameInventoryHasTheSameNamespace() throws Exception {
    InventoryReport report =
        new InventoryReport("0.1.0", Fixtures.AT, List.of(Fixtures.cleanImage().inventory()));
    assertThat(Golden.text(new SpdxInventoryWriter(), report))
        .isEqualTo(Golden.text(new SpdxInventoryWriter(), report));
  }
}
