package dev.assay.inventory.document;

/// A document is no inventory; the message says where and what was expected.
public final class InventoryDocumentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InventoryDocumentException(String message) {
    super(message);
  }
}
