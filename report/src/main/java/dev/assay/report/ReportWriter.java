package dev.assay.report;

import java.io.IOException;
import java.io.OutputStream;

/// Writes a report on a scan in one format, in UTF-8. It flushes the stream but does not close
/// it.
@FunctionalInterface
public interface ReportWriter {
  void write(ScanReport report, OutputStream out) throws IOException;
}
