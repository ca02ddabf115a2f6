package dev.assay.awsapi.endpoint;

import dev.assay.awsapi.protocol.RefusedException;
import java.io.IOException;
import java.io.InputStream;

/// The longest body that is read.
///
/// @param bytes how long
public record BodyLimit(int bytes) {
  public BodyLimit {
    if (bytes < 1 || bytes == Integer.MAX_VALUE) {
      throw new IllegalArgumentException("a body limit of " + bytes + " bytes");
    }
  }

  /// The whole body.
  ///
  /// @throws RefusedException where the body is longer, or cannot be read to its end
  byte[] read(InputStream body) {
    byte[] read;
    try {
      read = body.readNBytes(bytes + 1);
    } catch (IOException e) {
      throw new RefusedException(400, "RequestAbortedException", "The body ended too early.");
    }
    if (read.length > bytes) {
      throw new RefusedException(
          413,
          "RequestEntityTooLargeException",
          "The body is longer than %d bytes.".formatted(bytes));
    }
    return read;
  }
}
