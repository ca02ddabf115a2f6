package dev.assay.vulndb.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Bytes to be written, in a buffer that grows. The counterpart of {@link Decoder}.
public final class Encoder {
  private byte[] bytes = new byte[256];
  private int length;

  public int length() {
    return length;
  }

  /// The buffer itself, of which the first {@link #length} bytes count, until the next change.
  public byte[] buffer() {
    return bytes;
  }

  public byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  /// Forgets what was written; the buffer is kept.
  public Encoder clear() {
    length = 0;
    return this;
  }

  public Encoder octet(int value) {
    reserve(1);
    bytes[length++] = (byte) value;
    return this;
  }

  /// The low `width` bytes of a number, lowest first.
  public Encoder fixed(long value, int width) {
    reserve(width);
    for (int i = 0; i < width; i++) {
      bytes[length++] = (byte) (value >>> (8 * i));
    }
    return this;
  }

  /// A number that is not negative, in as few bytes as it needs.
  public Encoder number(long value) {
    if (value < 0) {
      throw new IllegalArgumentException("Not a number from 0: " + value);
    }
    reserve(9);
    long rest = value;
    while (rest >= 0x80) {
      bytes[length++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
    return this;
  }

  /// A number of either sign, small ones short.
  public Encoder signed(long value) {
    return number(((value << 1) ^ (value >> 63)) & Long.MAX_VALUE);
  }

  public Encoder real(double value) {
    return fixed(Double.doubleToLongBits(value), 8);
  }

  public Encoder text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return number(utf8.length).bytes(utf8, 0, utf8.length);
  }

  /// A text or null.
  public Encoder optionalText(@Nullable String text) {
    if (text == null) {
      return number(0);
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return number(utf8.length + 1L).bytes(utf8, 0, utf8.length);
  }

  public Encoder bytes(byte[] from, int start, int count) {
    reserve(count);
    System.arraycopy(from, start, bytes, length, count);
    length += count;
    return this;
  }

  public Encoder append(Encoder other) {
    return bytes(other.bytes, 0, other.length);
  }

  private void reserve(int more) {
    if (bytes.length - length < more) {
      int needed = Math.addExact(length, more);
      bytes = Arrays.copyOf(bytes, Math.max(needed, (int) Math.min(length * 2L, 1L << 30)));
    }
  }
}
