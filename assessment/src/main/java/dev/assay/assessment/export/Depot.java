package dev.assay.assessment.export;

import dev.assay.assessment.tenant.Tenant;
import java.io.IOException;

/// Where documents are laid down: a port of the service.
@FunctionalInterface
public interface Depot {
  /// Lays a document down in place of any with the same key, whole or not at all.
  ///
  /// @return its size in bytes
  /// @throws ExportFailedException where it will never be taken
  /// @throws IOException where it may be taken another time
  long put(
      Tenant tenant, Destination destination, String key, String mediaType, ExportContent.Body body)
      throws IOException;
}
