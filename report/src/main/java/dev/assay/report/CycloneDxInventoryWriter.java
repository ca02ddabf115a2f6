package dev.assay.report;

import dev.assay.model.Inventory;
import java.io.IOException;
import java.io.OutputStream;

/// What is installed as a CycloneDX bill of materials.
final class CycloneDxInventoryWriter implements InventoryWriter {
  private final CycloneDxVersion version;

  CycloneDxInventoryWriter(CycloneDxVersion version) {
    this.version = version;
  }

  @Override
  public void write(InventoryReport report, OutputStream out) throws IOException {
    CycloneDxBom bom =
        new CycloneDxBom(
            version,
            report.toolVersion(),
            report.at(),
            report.inventories(),
            report.inventories().stream().map(Inventory::notEvaluated).toList(),
            new ComponentRefs(report.inventories()));
    JsonOutput.document(out, json -> json.object(bom::write));
    out.flush();
  }
}
