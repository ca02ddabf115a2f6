package dev.assay.scap.output;

import dev.assay.scap.evaluation.BenchmarkResult;
import java.io.IOException;
import java.io.OutputStream;

/// Writes the result of a benchmark in one format.
public interface ResultWriter {
  /// Writes a result of one resource.
  ///
  /// @param resource what was evaluated, as the operator named it
  /// @throws IOException if the stream cannot be written
  void write(BenchmarkResult result, String resource, OutputStream out) throws IOException;
}
