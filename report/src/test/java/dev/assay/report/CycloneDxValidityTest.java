package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Assessment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.cyclonedx.Version;
import org.cyclonedx.exception.ParseException;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.vulnerability.Vulnerability;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The schema and the model of CycloneDX's own library decide.
class CycloneDxValidityTest {

  static Stream<Assessment> assessments() {
    return Stream.of(
        Fixtures.debianHost(),
        Fixtures.endedRpmRoot(),
        Fixtures.cleanImage(),
        Fixtures.longTail(),
        Fixtures.hostile());
  }

  @ParameterizedTest
  @MethodSource("assessments")
  void scansAreValid(Assessment assessment) throws IOException {
    ScanReport report = Fixtures.report(GoldenFilesTest.suppressing(), assessment);
    assertValid(Golden.text(new CycloneDxScanWriter(), report));
  }

  @ParameterizedTest
  @MethodSource("assessments")
  void inventoriesAreValid(Assessment assessment) throws IOException {
    InventoryReport report =
        new InventoryReport("0.1.0", Fixtures.AT, List.of(assessment.inventory()));
    assertValid(Golden.text(new CycloneDxInventoryWriter(CycloneDxVersion.V1_6), report));
  }

  @ParameterizedTest
  @MethodSource("assessments")
  void inventoriesInTheOlderVersionAreValid(Assessment assessment) throws IOException {
    InventoryReport report =
        new InventoryReport("0.1.0", Fixtures.AT, List.of(assessment.inventory()));
    String json = Golden.text(SbomFormat.CYCLONEDX_1_4.writer(), report);
    assertThat(json).contains("\"specVersion\": \"1.4\"");
    assertThat(new JsonParser().validate(bytes(json), Version.VERSION_14)).isEmpty();
  }

  @Test
  void severalTargetsAreValidEvenIfTheyAreTheSame() throws IOException {
    Assessment host = Fixtures.debianHost();
    ScanReport report = Fixtures.report(View.everything(), host, host);
    assertValid(Golden.text(new CycloneDxScanWriter(), report));
  }

  @Test
  void itsLibraryReadsWhatWeWrote() throws IOException, ParseException {
    ScanReport report = Fixtures.report(View.everything(), Fixtures.debianHost());
    Bom bom = new JsonParser().parse(bytes(Golden.text(new CycloneDxScanWriter(), report)));
    assertThat(bom.getVulnerabilities()).hasSize(10);
    assertThat(bom.getComponents())
        .extracting(Component::getPurl)
        .filteredOn(Objects::nonNull)
        .hasSize(9);
    assertEveryReferenceLeadsSomewhere(bom);
  }

  private static void assertEveryReferenceLeadsSomewhere(Bom bom) {
    List<String> refs = bom.getComponents().stream().map(Component::getBomRef).toList();
    assertThat(refs).doesNotHaveDuplicates();
    for (Vulnerability vulnerability : bom.getVulnerabilities()) {
      assertThat(vulnerability.getAffects())
          .isNotEmpty()
          .allSatisfy(affect -> assertThat(refs).contains(affect.getRef()));
    }
  }

  @Test
  void onlyListedLicencesAreIdentifiers() throws IOException {
    List<String> inventories = new ArrayList<>();
    for (Assessment assessment : List.of(Fixtures.cleanImage(), Fixtures.endedRpmRoot())) {
      inventories.add(
          Golden.text(
              new CycloneDxInventoryWriter(CycloneDxVersion.V1_6),
              new InventoryReport("0.1.0", Fixtures.AT, List.of(assessment.inventory()))));
    }
    assertThat(inventories.getFirst())
        .contains("\"id\": \"GPL-2.0-only\"")
        .contains("\"expression\": \"Zlib AND (MIT OR BSD-3-Clause)\"");
    assertThat(inventories.getLast()).contains("\"name\": \"GPLv2+ and MIT\"");
  }

  private static void assertValid(String json) throws IOException {
    assertThat(new JsonParser().validate(bytes(json), Version.VERSION_16)).isEmpty();
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
