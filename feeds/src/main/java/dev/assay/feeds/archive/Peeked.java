package dev.assay.feeds.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/// A stream whose first bytes are known: `whole` still begins with them.
final class Peeked {
  /// Enough to recognise any feed by.
  private static final int HEAD = 8 * 1024;

  private final byte[] head;
  private final InputStream whole;

  private Peeked(byte[] head, InputStream whole) {
    this.head = head;
    this.whole = whole;
  }

  static Peeked at(InputStream input) throws IOException {
    byte[] head = input.readNBytes(HEAD);
    InputStream start = new ByteArrayInputStream(head);
    return new Peeked(head, head.length < HEAD ? start : new SequenceInputStream(start, input));
  }

  byte[] head() {
    return head;
  }

  InputStream whole() {
    return whole;
  }

  boolean startsWith(int... magic) {
    return has(0, magic);
  }

  boolean has(int offset, int... magic) {
    if (head.length < offset + magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((head[offset + i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
