package dev.assay.feeds.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A decoder whose every failure is an `IOException`: on corrupt input decoders also fail with
/// whatever unchecked exception their tables happened to cause.
final class Checked extends FilterInputStream {
  Checked(InputStream decoder) {
    super(decoder);
  }

  @Override
  public int read() throws IOException {
    return reading(super::read);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    return reading(() -> super.read(buffer, offset, length));
  }

  /// A step of a decoder.
  @FunctionalInterface
  interface Step<T> {
    T take() throws IOException;
  }

  static <T> T reading(Step<T> step) throws IOException {
    try {
      return step.take();
    } catch (RuntimeException corrupt) {
      throw new IOException("corrupt: " + corrupt, corrupt);
    }
  }
}
