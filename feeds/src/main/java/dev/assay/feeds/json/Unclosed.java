package dev.assay.feeds.json;

import java.io.FilterInputStream;
import java.io.InputStream;

/// A stream that belongs to somebody else: closing it does nothing.
final class Unclosed extends FilterInputStream {
  Unclosed(InputStream input) {
    super(input);
  }

  @Override
  public void close() {
    // the owner closes it
  }
}
