package dev.assay.vulndb.file;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what an {@link Encoder} wrote, from an array or from a {@link Region} of the file by way
/// of a small window. Every length and count is distrusted: what cannot be is a {@link
/// DatabaseException.Corrupt}. Not for use by several threads.
///
/// The window is copied out of the mapped file because array access is quick from the first call
/// on, where access through a memory segment is so only after compilation, and most processes
/// that read a database are young.
public final class Decoder {
  private static final int WINDOW_LENGTH = 256;

  private final String origin;
  private final @Nullable Region region;
  private final byte[] window;
  private long windowStart;
  private int next;
  private int filled;

  private Decoder(String origin, @Nullable Region region, byte[] window, int next, int filled) {
    this.origin = origin;
    this.region = region;
    this.window = window;
    this.next = next;
    this.filled = filled;
  }

  /// Over an array; `origin` names the file in messages.
  public static Decoder of(String origin, byte[] bytes, int start, int end) {
    return new Decoder(origin, null, bytes, start, end);
  }

  static Decoder of(Region region, long position) {
    Decoder decoder = new Decoder(region.fileName(), region, new byte[WINDOW_LENGTH], 0, 0);
    decoder.seek(position);
    return decoder;
  }

  public long position() {
    return windowStart + next;
  }

  /// Goes to a position of the region or array.
  public void seek(long position) {
    long inWindow = position - windowStart;
    if (inWindow >= 0 && inWindow <= filled) {
      next = (int) inWindow;
      return;
    }
    if (region == null || position < 0 || position > region.length()) {
      throw corrupt("a position outside its section");
    }
    windowStart = position;
    next = 0;
    filled = 0;
  }

  public void skip(long count) {
    seek(position() + count);
  }

  public int octet() {
    if (next == filled) {
      refill();
    }
    return window[next++] & 0xff;
  }

  public long fixed(int width) {
    long value = 0;
    for (int i = 0; i < width; i++) {
      value |= (long) octet() << (8 * i);
    }
    return value;
  }

  /// A position of four bytes.
  public long position32() {
    return fixed(4);
  }

  /// A number that fits an `int` and is not negative.
  public int number() {
    long value = longNumber();
    if (value > Integer.MAX_VALUE) {
      throw corrupt("a number out of bounds");
    }
    return (int) value;
  }

  public long longNumber() {
    long value = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      int octet = octet();
      value |= (long) (octet & 0x7f) << shift;
      if (octet < 0x80) {
        return value;
      }
    }
    throw corrupt("a number without an end");
  }

  public long signed() {
    long value = longNumber();
    return (value >>> 1) ^ -(value & 1);
  }

  /// The count of a list whose elements take at least a byte each.
  public int count() {
    int count = number();
    if (count > FileFormat.LONGEST_LIST || count > remaining()) {
      throw corrupt("a list longer than its section");
    }
    return count;
  }

  public double real() {
    return Double.longBitsToDouble(fixed(8));
  }

  public boolean flag() {
    int octet = octet();
    if (octet > 1) {
      throw corrupt("a flag that is neither yes nor no");
    }
    return octet == 1;
  }

  public String text() {
    return text(number());
  }

  public @Nullable String optionalText() {
    int lengthAndOne = number();
    return lengthAndOne == 0 ? null : text(lengthAndOne - 1);
  }

  private String text(int length) {
    if (length <= filled - next) {
      String text = new String(window, next, length, StandardCharsets.UTF_8);
      next += length;
      return text;
    }
    return new String(bytes(length), StandardCharsets.UTF_8);
  }

  /// The next bytes, copied.
  public byte[] bytes(int length) {
    if (length > FileFormat.LONGEST_TEXT || length > remaining()) {
      throw corrupt("a text longer than its section");
    }
    byte[] bytes = new byte[length];
    for (int done = 0; done < length; ) {
      if (next == filled) {
        refill();
      }
      int part = Math.min(length - done, filled - next);
      System.arraycopy(window, next, bytes, done, part);
      next += part;
      done += part;
    }
    return bytes;
  }

  /// Whether the next text has just these bytes. Afterwards the position is behind the text.
  public boolean textIs(byte[] expected) {
    int length = number();
    if (length > remaining()) {
      throw corrupt("a text longer than its section");
    }
    long end = position() + length;
    boolean same = length == expected.length;
    for (int i = 0; same && i < length; i++) {
      same = octet() == (expected[i] & 0xff);
    }
    seek(end);
    return same;
  }

  /// The constant that has the number that follows in a list.
  public <E extends Enum<E>> E constant(List<E> constants) {
    int number = octet();
    if (number >= constants.size()) {
      throw corrupt("an unknown kind");
    }
    return constants.get(number);
  }

  public long remaining() {
    return region == null ? filled - next : region.length() - position();
  }

  /// What to throw where the bytes make no sense.
  public DatabaseException.Corrupt corrupt(String what) {
    return new DatabaseException.Corrupt(origin, what);
  }

  private void refill() {
    if (region == null) {
      throw corrupt("a record that ends too early");
    }
    windowStart += filled;
    next = 0;
    filled = 0;
    filled = region.copy(windowStart, window);
    if (filled == 0) {
      throw corrupt("a record that ends too early");
    }
  }
}
