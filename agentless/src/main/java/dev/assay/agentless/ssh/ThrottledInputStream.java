package dev.assay.agentless.ssh;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Reads no faster than a [Bandwidth] allows.
final class ThrottledInputStream extends FilterInputStream {
  private final Bandwidth bandwidth;

  ThrottledInputStream(InputStream in, Bandwidth bandwidth) {
    super(in);
    this.bandwidth = bandwidth;
  }

  @Override
  public int read() throws IOException {
    int octet = in.read();
    if (octet >= 0) {
      bandwidth.account(1);
    }
    return octet;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = in.read(buffer, offset, length);
    if (read > 0) {
      bandwidth.account(read);
    }
    return read;
  }
}
