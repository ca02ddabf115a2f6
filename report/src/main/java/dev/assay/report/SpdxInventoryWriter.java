package dev.assay.report;

import dev.assay.model.Inventory;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// What is installed as an SPDX 2.3 document.
final class SpdxInventoryWriter implements InventoryWriter {

  @Override
  public void write(InventoryReport report, OutputStream out) throws IOException {
    SpdxDocument document =
        new SpdxDocument(
            report.toolVersion(),
            report.at(),
            report.inventories(),
            report.inventories().stream().map(Inventory::notEvaluated).toList());
    JsonOutput.document(
        out, json -> json.object(members -> document.write(members, (target, one) -> List.of())));
    out.flush();
  }
}
