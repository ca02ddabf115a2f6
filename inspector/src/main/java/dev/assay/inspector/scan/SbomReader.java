package dev.assay.inspector.scan;

import dev.assay.model.Sbom;

/// Reads bills of materials: what reads them stands at the edge.
@FunctionalInterface
public interface SbomReader {
  /// What a document says.
  ///
  /// @throws dev.assay.model.SbomException where it cannot be read
  Sbom read(byte[] utf8);
}
