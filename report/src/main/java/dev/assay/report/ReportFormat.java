package dev.assay.report;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The formats, by the names the command line knows.
public enum ReportFormat {
  TABLE,
  JSON,
  SARIF,
  CYCLONEDX,
  SPDX,
  CSV,
  HTML;

  /// The name on the command line, `cyclonedx`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Reads a name as `--format` takes it.
  public static ReportFormat parse(String word) {
    return Stream.of(values())
        .filter(format -> format.word().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No format is called \"%s\"; there are %s".formatted(word, words())));
  }

  private static String words() {
    return Stream.of(values()).map(ReportFormat::word).collect(Collectors.joining(", "));
  }

  /// The writer of scans in this format; `style` matters to the table alone.
  public ReportWriter scanWriter(TableStyle style) {
    return switch (this) {
      case TABLE -> new TableWriter(style);
      case JSON -> new JsonScanWriter();
      case SARIF -> new SarifWriter();
      case CYCLONEDX -> new CycloneDxScanWriter();
      case SPDX -> new SpdxScanWriter();
      case CSV -> new CsvWriter();
      case HTML -> new HtmlWriter();
    };
  }

  /// The writer of inventories in this format; empty where it is a format of findings only.
  public Optional<InventoryWriter> inventoryWriter(TableStyle style) {
    return switch (this) {
      case TABLE -> Optional.of(new TableInventoryWriter(style));
      case JSON -> Optional.of(new JsonInventoryWriter());
      case CYCLONEDX -> Optional.of(new CycloneDxInventoryWriter(CycloneDxVersion.V1_6));
      case SPDX -> Optional.of(new SpdxInventoryWriter());
      case CSV, SARIF, HTML -> Optional.empty();
    };
  }
}
