package dev.assay.report;

import dev.assay.model.Assessment;
import dev.assay.model.Severity;
import dev.assay.model.VulnerabilityId;
import dev.assay.report.TableStyle.Colours;
import dev.assay.report.TableStyle.Folding;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GoldenFilesTest {
  private static final TableStyle PLAIN = TableStyle.plain();

  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void aDebianHostInEveryFormat(ReportFormat format) throws IOException {
    ScanReport report = Fixtures.report(suppressing(), Fixtures.debianHost());
    Golden.matches(
        "debian-host." + extension(format), Golden.text(format.scanWriter(PLAIN), report));
  }

  @Test
  void severalTargetsAreAnArrayInJson() throws IOException {
    ScanReport report =
        Fixtures.report(View.everything(), Fixtures.endedRpmRoot(), Fixtures.cleanImage());
    Golden.matches("two-targets.json", Golden.text(new JsonScanWriter(), report));
    Golden.matches("two-targets.cdx.json", Golden.text(new CycloneDxScanWriter(), report));
    Golden.matches("two-targets.txt", Golden.text(new TableWriter(PLAIN), report));
  }

  @Test
  void theTableFoldsALongTail() throws IOException {
    ScanReport report = Fixtures.report(View.everything(), Fixtures.longTail());
    Golden.matches("long-tail.txt", Golden.text(new TableWriter(PLAIN), report));
  }

  @Test
  void theTableColoursSeveritiesOnATerminal() throws IOException {
    TableStyle style = new TableStyle(140, Colours.ANSI, Folding.UNFOLDED);
    ScanReport report = Fixtures.report(View.everything(), Fixtures.debianHost());
    Golden.matches("coloured.txt", Golden.text(new TableWriter(style), report));
  }

  @Test
  void theStarterSetSaysSoFirst() throws IOException {
    ScanReport report = Fixtures.starterReport(Fixtures.cleanImage());
    Golden.matches("starter.txt", Golden.text(new TableWriter(PLAIN), report));
  }

  @ParameterizedTest
  @EnumSource(
      value = ReportFormat.class,
      names = {"TABLE", "JSON", "CYCLONEDX", "SPDX"})
  void inventories(ReportFormat format) throws IOException {
    InventoryReport report =
        new InventoryReport(
            "0.1.0",
            Fixtures.AT,
            Stream.of(Fixtures.debianHost(), Fixtures.endedRpmRoot(), Fixtures.cleanImage())
                .map(Assessment::inventory)
                .toList());
    Golden.matches(
        "inventory." + extension(format),
        Golden.text(format.inventoryWriter(PLAIN).orElseThrow(), report));
  }

  static View suppressing() {
    return new View(
        Severity.LOW,
        View.Unfixed.SHOWN,
        List.of(
            new Suppression(
                new VulnerabilityId("CVE-1998-0002"),
                null,
                "minizip is not built here",
                LocalDate.parse("2027-01-31")),
            new Suppression(
                new VulnerabilityId("CVE-1998-0003"), "openssl", "the tool is not exposed", null),
            new Suppression(
                new VulnerabilityId("CVE-1998-0005"),
                null,
                "was accepted for a quarter",
                LocalDate.parse("2026-09-30"))));
  }

  private static String extension(ReportFormat format) {
    return switch (format) {
      case TABLE -> "txt";
      case JSON -> "json";
      case SARIF -> "sarif.json";
      case CYCLONEDX -> "cdx.json";
      case SPDX -> "spdx.json";
      case CSV -> "csv";
      case HTML -> "html";
    };
  }
}
