package dev.assay.report;

import dev.assay.model.Inventory;
import java.time.Instant;
import java.util.List;

/// Everything a report on what is installed is made of: Assay's version, when the inventory was
/// taken, and one inventory per target, at least one.
public record InventoryReport(String toolVersion, Instant at, List<Inventory> inventories) {
  public InventoryReport {
    inventories = List.copyOf(inventories);
    if (inventories.isEmpty()) {
      throw new IllegalArgumentException("A report on no target at all");
    }
  }
}
