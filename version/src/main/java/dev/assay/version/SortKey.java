package dev.assay.version;

import java.util.Arrays;
import java.util.HexFormat;

/// A version's place in its scheme's order, as bytes whose unsigned lexicographic order is that
/// order.
///
/// Every scheme here walks two texts in step and decides at the first difference. So a text can
/// be rewritten once into bytes such that the plain comparison of two byte strings decides at the
/// same place in the same way:
///
/// - What the scheme compares as a *kind* ("a tilde sorts before the end, the end before a
///   letter") becomes one byte, numbered in that order.
/// - A *number* of any length becomes its count of digits, without leading zeros, and then the
///   digits: the longer is the greater.
/// - A *word* ends in a zero byte: a prefix is the lesser.
/// - The *end* of a text is written too, as the kind it is compared as.
///
/// A version is parsed once; a comparison then allocates nothing and is one vectorised scan.
public final class SortKey implements Comparable<SortKey> {
  private final byte[] bytes;

  private SortKey(byte[] bytes) {
    this.bytes = bytes;
  }

  /// A copy of the bytes, to be compared as unsigned.
  public byte[] toByteArray() {
    return bytes.clone();
  }

  @Override
  public int compareTo(SortKey other) {
    return Integer.signum(Arrays.compareUnsigned(bytes, other.bytes));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SortKey key && Arrays.equals(bytes, key.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }

  /// Builds a key from the front to the back.
  static final class Writer {
    /// A count of digits from here on takes four bytes more.
    private static final int LONG_NUMBER = 255;

    private byte[] buffer;
    private int length;

    /// @param sourceLength of the text, to guess the key's size from
    Writer(int sourceLength) {
      buffer = new byte[2 * sourceLength + 16];
    }

    /// One byte: a kind, or a letter.
    void mark(int kind) {
      ensure(1);
      buffer[length++] = (byte) kind;
    }

    /// Decimal digits as a number of any size; none at all is zero.
    void number(byte[] text, int from, int to) {
      int first = from;
      while (first < to && text[first] == '0') {
        first++;
      }
      int digits = to - first;
      if (digits < LONG_NUMBER) {
        mark(digits);
      } else {
        mark(LONG_NUMBER);
        fixed(digits, Integer.BYTES);
      }
      copy(text, first, to);
    }

    /// The `width` low bytes of an unsigned number.
    void fixed(long number, int width) {
      for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
        mark((int) (number >>> shift));
      }
    }

    /// Bytes other than zero, compared as such.
    void word(byte[] text, int from, int to) {
      copy(text, from, to);
      mark(0);
    }

    SortKey key() {
      return new SortKey(Arrays.copyOf(buffer, length));
    }

    private void copy(byte[] text, int from, int to) {
      ensure(to - from);
      System.arraycopy(text, from, buffer, length, to - from);
      length += to - from;
    }

    private void ensure(int more) {
      if (buffer.length - length < more) {
        buffer = Arrays.copyOf(buffer, 2 * buffer.length + more);
      }
    }
  }
}
