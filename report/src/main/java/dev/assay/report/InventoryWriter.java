package dev.assay.report;

import java.io.IOException;
import java.io.OutputStream;

/// Writes what is installed in one format, in UTF-8. It flushes the stream but does not close it.
@FunctionalInterface
public interface InventoryWriter {
  void write(InventoryReport report, OutputStream out) throws IOException;
}
