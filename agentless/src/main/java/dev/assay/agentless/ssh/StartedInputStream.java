package dev.assay.agentless.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/// A stream of which the first byte has come, or which has ended well without one.
final class StartedInputStream extends PushbackInputStream {

  /// Waits for the first byte.
  ///
  /// @throws IOException if the stream fails before it; the stream is closed then
  StartedInputStream(InputStream in) throws IOException {
    super(in, 1);
    try {
      int first = in.read();
      if (first >= 0) {
        unread(first);
      }
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }
}
