package dev.assay.cli;

import dev.assay.assessment.evidence.InvalidEvidenceException;
import dev.assay.assessment.evidence.InventoryDocuments;
import dev.assay.inventory.document.InventoryDocumentException;
import dev.assay.inventory.document.InventoryDocumentReader;
import dev.assay.inventory.sbom.CycloneDxReader;
import dev.assay.model.Inventory;
import dev.assay.model.SbomException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/// The documents that evidence comes as: Assay's inventories, and CycloneDX.
///
/// @param mostComponents how many components of a bill of materials are taken
record SubmittedDocuments(int mostComponents) implements InventoryDocuments {
  @Override
  public Inventory read(String document) {
    byte[] utf8 = document.getBytes(StandardCharsets.UTF_8);
    try {
      return CycloneDxReader.isOne(new ByteArrayInputStream(utf8))
          ? CycloneDxReader.read(new ByteArrayInputStream(utf8), mostComponents).inventory()
          : InventoryDocumentReader.read(new ByteArrayInputStream(utf8));
    } catch (InventoryDocumentException | SbomException malformed) {
      throw new InvalidEvidenceException(String.valueOf(malformed.getMessage()));
    }
  }
}
