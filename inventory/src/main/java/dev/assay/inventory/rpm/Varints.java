package dev.assay.inventory.rpm;

/// SQLite's numbers of one to nine bytes, one after the other: seven bits a byte, the highest
/// first, a set top bit meaning that more follow; the ninth byte gives eight bits.
final class Varints {
  private static final int LONGEST = 9;

  private final Octets bytes;
  private int position;

  Varints(Octets bytes, int position) {
    this.bytes = bytes;
    this.position = position;
  }

  /// Where the next number begins.
  int position() {
    return position;
  }

  long next() {
    long value = 0;
    for (int length = 1; ; length++) {
      int octet = bytes.u8(position++);
      if (length == LONGEST) {
        return value << 8 | octet;
      }
      value = value << 7 | (octet & 0x7f);
      if (octet < 0x80) {
        return value;
      }
    }
  }
}
