package dev.assay.scap.oval;

import java.math.BigInteger;
import java.util.Arrays;

/// An IP address with the length of its prefix.
///
/// @param bits 32 or 128
record AddressBlock(int bits, BigInteger address, int prefix) {
  private static final int HEXTETS = 8;

  /// @throws IllegalArgumentException if it is no address
  static AddressBlock of(String text) {
    String[] parts = text.strip().split("/", 2);
    boolean six = parts[0].contains(":");
    BigInteger address = six ? six(parts[0]) : four(parts[0]);
    int bits = six ? 128 : 32;
    int prefix =
        parts.length == 1
            ? bits
            : parts[1].contains(".") ? four(parts[1]).bitCount() : Integer.parseInt(parts[1]);
    if (prefix < 0 || prefix > bits) {
      throw new IllegalArgumentException(text);
    }
    return new AddressBlock(bits, address, prefix);
  }

  static Truth compare(Operation operation, AddressBlock found, AddressBlock stated) {
    if (found.bits != stated.bits) {
      return Truth.ERROR;
    }
    int order = found.network().compareTo(stated.network());
    return switch (operation) {
      case EQUALS -> Truth.of(found.equals(stated));
      case NOT_EQUAL -> Truth.of(!found.equals(stated));
      case SUBSET_OF -> Truth.of(stated.contains(found));
      case SUPERSET_OF -> Truth.of(found.contains(stated));
      case GREATER_THAN -> Truth.of(order > 0);
      case LESS_THAN -> Truth.of(order < 0);
      case GREATER_THAN_OR_EQUAL -> Truth.of(order >= 0);
      case LESS_THAN_OR_EQUAL -> Truth.of(order <= 0);
      case CASE_INSENSITIVE_EQUALS,
          CASE_INSENSITIVE_NOT_EQUAL,
          BITWISE_AND,
          BITWISE_OR,
          PATTERN_MATCH ->
          Truth.ERROR;
    };
  }

  private BigInteger network() {
    return address.shiftRight(bits - prefix).shiftLeft(bits - prefix);
  }

  private boolean contains(AddressBlock other) {
    return prefix <= other.prefix
        && address.shiftRight(bits - prefix).equals(other.address.shiftRight(bits - prefix));
  }

  private static BigInteger four(String text) {
    String[] octets = text.split("\\.", -1);
    if (octets.length != 4) {
      throw new IllegalArgumentException(text);
    }
    BigInteger value = BigInteger.ZERO;
    for (String octet : octets) {
      int number = Integer.parseInt(octet);
      if (number < 0 || number > 255) {
        throw new IllegalArgumentException(text);
      }
      value = value.shiftLeft(8).or(BigInteger.valueOf(number));
    }
    return value;
  }

  private static BigInteger six(String text) {
    String[] halves = text.split("::", -1);
    String[] head = halves[0].isEmpty() ? new String[0] : halves[0].split(":");
    String[] tail = halves.length < 2 || halves[1].isEmpty() ? new String[0] : halves[1].split(":");
    int gap = HEXTETS - head.length - tail.length;
    if (halves.length > 2 || gap < 0 || (halves.length == 1 && gap != 0)) {
      throw new IllegalArgumentException(text);
    }
    String[] all = new String[HEXTETS];
    Arrays.fill(all, "0");
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(tail, 0, all, HEXTETS - tail.length, tail.length);
    BigInteger value = BigInteger.ZERO;
    for (String hextet : all) {
      value = value.shiftLeft(16).or(BigInteger.valueOf(Integer.parseInt(hextet, 16)));
    }
    return value;
  }
}
