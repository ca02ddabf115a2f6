package dev.assay.inventory.tree;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Lets `limit` bytes through and throws when there is one more.
public final class BoundedInputStream extends FilterInputStream {
  private final long limit;
  private long remaining;

  public BoundedInputStream(InputStream in, long limit) {
    super(in);
    this.limit = limit;
    this.remaining = limit;
  }

  @Override
  public int read() throws IOException {
    int octet = in.read();
    if (octet >= 0) {
      count(1);
    }
    return octet;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = in.read(buffer, offset, length);
    if (read > 0) {
      count(read);
    }
    return read;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = in.skip(count);
    count(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(long read) throws LimitExceededException {
    remaining -= read;
    if (remaining < 0) {
      throw new LimitExceededException(limit);
    }
  }
}
