package dev.assay.inventory.os;

import dev.assay.model.OperatingSystem;
import java.util.Optional;

/// A file that may name the operating system, and how to read it.
///
/// @param path relative to the root
record OsFile(String path, Format format) {

  /// Reads one form of file; empty where the content does not name an operating system.
  interface Format {
    Optional<OperatingSystem> read(String content, String path);
  }
}
