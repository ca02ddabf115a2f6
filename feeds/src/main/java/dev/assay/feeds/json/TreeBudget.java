package dev.assay.feeds.json;

import dev.assay.feeds.MalformedRecordException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Gives out at most so many bytes for one tree; a document that wants more is malformed rather
/// than held. The parser reads ahead by a buffer, so the bound is that much loose.
final class TreeBudget extends FilterInputStream {
  private final long limit;
  private long left;

  TreeBudget(InputStream input, long limit) {
    super(input);
    this.limit = limit;
    this.left = limit;
  }

  /// To be called when a tree is done.
  void refill() {
    left = limit;
  }

  @Override
  public int read() throws IOException {
    return spend(super.read(), 1);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    return spend(count, count);
  }

  private int spend(int result, int count) {
    if (result >= 0) {
      left -= count;
      if (left < 0) {
        throw new MalformedRecordException("A value of more than " + limit + " bytes");
      }
    }
    return result;
  }
}
