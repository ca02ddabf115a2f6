package dev.assay.report;

import dev.assay.model.Inventory;
import java.io.IOException;
import java.io.OutputStream;

/// What is installed as a CycloneDX 1.6 bill of materials.
final class CycloneDxInventoryWriter implements InventoryWriter {

  @Override
  public void write(InventoryReport report, OutputStream out) throws IOException {
    CycloneDxBom bom =
        new CycloneDxBom(
            report.toolVersion(),
            report.at(),
            report.inventories(),
            report.inventories().stream().map(Inventory::notEvaluated).toList(),
            new ComponentRefs(report.inventories()));
    JsonOutput.document(out, json -> json.object(bom::write));
    out.flush();
  }
}
