package dev.assay.scap.procfs;

import java.util.ArrayList;
import java.util.List;

/// IP addresses as `inet_ntop(3)` writes them: the longest run of zeros of an IPv6 address, the
/// first of equal ones, is left out.
public final class AddressText {
  private static final int SHORTEST_RUN = 2;

  private AddressText() {}

  /// An address as text.
  ///
  /// @param bytes 4 or 16, in network order
  public static String of(byte[] bytes) {
    return bytes.length == 4 ? four(bytes, 0) : six(bytes);
  }

  private static String four(byte[] bytes, int from) {
    List<String> octets = new ArrayList<>();
    for (int i = from; i < from + 4; i++) {
      octets.add(Integer.toString(Byte.toUnsignedInt(bytes[i])));
    }
    return String.join(".", octets);
  }

  private static String six(byte[] bytes) {
    int[] hextets = new int[8];
    for (int i = 0; i < hextets.length; i++) {
      hextets[i] = Byte.toUnsignedInt(bytes[2 * i]) << 8 | Byte.toUnsignedInt(bytes[2 * i + 1]);
    }
    int start = 0;
    int length = 0;
    for (int i = 0; i < hextets.length; i++) {
      int end = i;
      while (end < hextets.length && hextets[end] == 0) {
        end++;
      }
      if (end - i > length) {
        start = i;
        length = end - i;
      }
    }
    if (start == 0 && length == 5 && hextets[5] == 0xffff) {
      return "::ffff:" + four(bytes, 12);
    }
    return length < SHORTEST_RUN
        ? joined(hextets, 0, hextets.length)
        : joined(hextets, 0, start) + "::" + joined(hextets, start + length, hextets.length);
  }

  private static String joined(int[] hextets, int from, int to) {
    List<String> parts = new ArrayList<>();
    for (int i = from; i < to; i++) {
      parts.add(Integer.toHexString(hextets[i]));
    }
    return String.join(":", parts);
  }
}
