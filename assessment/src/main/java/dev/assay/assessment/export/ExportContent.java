package dev.assay.assessment.export;

import java.io.IOException;
import java.io.OutputStream;

/// Says what an export of one kind consists of.
@FunctionalInterface
public interface ExportContent {
  /// Gives the documents to the sink, the same ones in the same order for the same data.
  ///
  /// @throws ExportFailedException where there is nothing to give
  void write(Export export, Sink sink) throws IOException;

  /// Takes documents.
  @FunctionalInterface
  interface Sink {
    /// Takes one.
    ///
    /// @param name unique in the export, parts separated by slashes
    void document(String name, String mediaType, Body body) throws IOException;
  }

  /// Writes a document.
  @FunctionalInterface
  interface Body {
    /// Writes all of it; the stream stays open.
    void writeTo(OutputStream out) throws IOException;
  }
}
