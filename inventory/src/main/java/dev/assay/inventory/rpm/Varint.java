package dev.assay.inventory.rpm;

import static dev.assay.inventory.rpm.DamagedException.unless;

import java.nio.ByteBuffer;

/// SQLite's numbers of one to nine bytes: seven bits a byte, the highest first, a set top bit
/// meaning that more follow; the ninth byte gives eight bits.
final class Varint {
  private static final int LONGEST = 9;

  private Varint() {}

  /// Reads one from the buffer's position and moves it on.
  static long read(ByteBuffer bytes) {
    long value = 0;
    for (int length = 1; ; length++) {
      unless(bytes.hasRemaining(), "A number reaches out of its page.");
      byte octet = bytes.get();
      if (length == LONGEST) {
        return value << 8 | Byte.toUnsignedInt(octet);
      }
      value = value << 7 | (octet & 0x7f);
      if (octet >= 0) {
        return value;
      }
    }
  }
}
