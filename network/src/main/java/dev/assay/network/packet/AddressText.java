package dev.assay.network.packet;

import dev.assay.network.packet.Address.Family;
import java.util.Optional;
import java.util.StringJoiner;

/// How an address is written: dotted IPv4, and IPv6 as RFC 4291 reads and RFC 5952 writes it.
final class AddressText {
  private static final int GROUPS = 8;
  private static final int HALF = 4;

  private AddressText() {}

  static Optional<Address> parse(String text) {
    return text.indexOf(':') < 0 ? dotted(text) : colons(text);
  }

  private static Optional<Address> dotted(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != HALF) {
      return Optional.empty();
    }
    long value = 0;
    for (String part : parts) {
      if (!part.matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(part) > 255) {
        return Optional.empty();
      }
      value = (value << 8) | Integer.parseInt(part);
    }
    return Optional.of(new Address(Family.IPV4, 0, value));
  }

  private static Optional<Address> colons(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text).filter(groups -> groups.length == GROUPS).map(AddressText::of);
    }
    int[] front = groups(text.substring(0, gap)).orElse(null);
    int[] back = groups(text.substring(gap + 2)).orElse(null);
    if (front == null || back == null || front.length + back.length >= GROUPS) {
      return Optional.empty();
    }
    int[] all = new int[GROUPS];
    System.arraycopy(front, 0, all, 0, front.length);
    System.arraycopy(back, 0, all, GROUPS - back.length, back.length);
    return Optional.of(of(all));
  }

  private static Optional<int[]> groups(String text) {
    if (text.isEmpty()) {
      return Optional.of(new int[0]);
    }
    String[] parts = text.split(":", -1);
    int[] groups = new int[parts.length];
    for (int index = 0; index < parts.length; index++) {
      if (!parts[index].matches("[0-9a-fA-F]{1,4}")) {
        return Optional.empty();
      }
      groups[index] = Integer.parseInt(parts[index], 16);
    }
    return Optional.of(groups);
  }

  private static Address of(int[] groups) {
    long high = 0;
    long low = 0;
    for (int index = 0; index < HALF; index++) {
      high = (high << 16) | groups[index];
      low = (low << 16) | groups[index + HALF];
    }
    return new Address(Family.IPV6, high, low);
  }

  static String write(Address address) {
    if (address.family() == Family.IPV4) {
      long value = address.low();
      return (value >> 24)
          + "."
          + ((value >> 16) & 255)
          + "."
          + ((value >> 8) & 255)
          + "."
          + (value & 255);
    }
    int[] groups = new int[GROUPS];
    for (int index = 0; index < HALF; index++) {
      int shift = 48 - 16 * index;
      groups[index] = (int) ((address.high() >>> shift) & 0xFFFF);
      groups[index + HALF] = (int) ((address.low() >>> shift) & 0xFFFF);
    }
    return shortened(groups);
  }

  /// The longest run of two or more zero groups, the first of equals, becomes `::`.
  private static String shortened(int[] groups) {
    int from = -1;
    int length = 1;
    for (int index = 0; index < GROUPS; index++) {
      int end = index;
      while (end < GROUPS && groups[end] == 0) {
        end++;
      }
      if (end - index > length) {
        from = index;
        length = end - index;
      }
    }
    return from < 0
        ? joined(groups, 0, GROUPS)
        : joined(groups, 0, from) + "::" + joined(groups, from + length, GROUPS);
  }

  private static String joined(int[] groups, int from, int end) {
    StringJoiner text = new StringJoiner(":");
    for (int index = from; index < end; index++) {
      text.add(Integer.toHexString(groups[index]));
    }
    return text.toString();
  }
}
