package dev.assay.server.export;

import dev.assay.assessment.digest.Sha256;
import dev.assay.assessment.export.ExportContent;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/// A document in a file of its own until it is where it belongs: only then are its size and its
/// hash known.
///
/// @param sha256 in hexadecimal
record Spool(Path file, long size, String sha256) implements AutoCloseable {
  /// Writes a document.
  ///
  /// @param directory where the file is made, readable by its owner alone
  static Spool write(Path directory, ExportContent.Body body) throws IOException {
    Path file = Files.createTempFile(directory, ".unfinished-", "");
    MessageDigest digest = Sha256.begin();
    try {
      try (OutputStream out =
          new DigestOutputStream(
              new BufferedOutputStream(Files.newOutputStream(file), 1 << 16), digest)) {
        body.writeTo(out);
      }
      return new Spool(file, Files.size(file), HexFormat.of().formatHex(digest.digest()));
    } catch (IOException | RuntimeException failure) {
      Files.deleteIfExists(file);
      throw failure;
    }
  }

  /// Removes the file, unless it was moved away.
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
