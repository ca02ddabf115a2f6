package dev.assay.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads a file that a person named, up to a bound. What a file's size says is no bound: a device
/// and a pipe (`--ignore-file <(…)`) state none, and may never end.
final class BoundedFile {
  private BoundedFile() {}

  /// @throws TooLargeException where there is more than `most`
  static byte[] read(Path file, int most) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(most + 1);
      if (content.length > most) {
        throw new TooLargeException();
      }
      return content;
    }
  }

  /// There is more than the caller wanted.
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
