package dev.assay.inventory.rpm;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// A stretch of untrusted bytes. Whatever is read outside of it is a DamagedException, so that a
/// parser's own checks are there for their messages and for the sizes of what it allocates.
///
/// Plain arithmetic on an array: it runs at once, where a ByteBuffer's accessors take a cold
/// process ten times as long (docs/adr/0003).
final class Octets {
  private final byte[] array;
  private final int from;
  private final int length;
  private final boolean bigEndian;

  private Octets(byte[] array, int from, int length, boolean bigEndian) {
    this.array = array;
    this.from = from;
    this.length = length;
    this.bigEndian = bigEndian;
  }

  static Octets bigEndian(byte[] array, int length) {
    return new Octets(array, 0, length, true);
  }

  static Octets littleEndian(byte[] array, int length) {
    return new Octets(array, 0, length, false);
  }

  static Octets of(byte[] array, int length, ByteOrder order) {
    return new Octets(array, 0, length, order.equals(ByteOrder.BIG_ENDIAN));
  }

  int length() {
    return length;
  }

  int u8(int at) {
    return array[checked(at, 1)] & 0xff;
  }

  int u16(int at) {
    int first = checked(at, 2);
    int high = array[bigEndian ? first : first + 1] & 0xff;
    int low = array[bigEndian ? first + 1 : first] & 0xff;
    return high << 8 | low;
  }

  int int32(int at) {
    int first = checked(at, 4);
    int number =
        (array[first] & 0xff) << 24
            | (array[first + 1] & 0xff) << 16
            | (array[first + 2] & 0xff) << 8
            | (array[first + 3] & 0xff);
    return bigEndian ? number : Integer.reverseBytes(number);
  }

  long u32(int at) {
    return int32(at) & 0xffff_ffffL;
  }

  long int64(int at) {
    long first = u32(at);
    long second = u32(at + 4);
    return bigEndian ? first << 32 | second : second << 32 | first;
  }

  /// The text of some bytes, UTF-8.
  String text(int at, int count) {
    return new String(array, checked(at, count), count, StandardCharsets.UTF_8);
  }

  /// Where the byte is found first, from `at` on; -1 where it is not.
  int indexOf(int octet, int at) {
    for (int i = checked(at, 0); i < from + length; i++) {
      if (array[i] == octet) {
        return i - from;
      }
    }
    return -1;
  }

  void copy(int at, int count, byte[] into, int offset) {
    System.arraycopy(array, checked(at, count), into, offset, count);
  }

  /// A part of these bytes; not a copy.
  Octets part(int at, int count) {
    return new Octets(array, checked(at, count), count, bigEndian);
  }

  /// The same bytes with their numbers in the big-endian order.
  Octets asBigEndian() {
    return new Octets(array, from, length, true);
  }

  private int checked(int at, int count) {
    if (at < 0 || count < 0 || at > length - count) {
      throw new DamagedException("Something reaches out of the " + length + " bytes around it.");
    }
    return from + at;
  }
}
