package dev.assay.agent.collect;

import dev.assay.model.Inventory;
import dev.assay.report.InventoryReport;
import dev.assay.report.ReportFormat;
import dev.assay.report.TableStyle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/// An inventory as it is handed in: without the moment at which it was taken, so that the same
/// packages are the same bytes.
public final class InventoryDocument {
  private InventoryDocument() {}

  /// Writes one.
  ///
  /// @param version of the program that read it
  public static byte[] of(Inventory inventory, String version) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ReportFormat.JSON
          .inventoryWriter(TableStyle.plain())
          .orElseThrow()
          .write(new InventoryReport(version, Instant.EPOCH, List.of(inventory)), out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}
