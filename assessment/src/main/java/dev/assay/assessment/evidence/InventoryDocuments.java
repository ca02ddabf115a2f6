package dev.assay.assessment.evidence;

import dev.assay.model.Inventory;

/// Reads inventories from the documents they came as: a port of the service.
@FunctionalInterface
public interface InventoryDocuments {
  /// The inventory that a document holds.
  ///
  /// @throws InvalidEvidenceException where it is none
  Inventory read(String document);
}
