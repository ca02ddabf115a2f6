package dev.assay.network.packet;

import dev.assay.network.packet.Address.Family;

/// A block of addresses: those that share the first `length` bits with `first`.
public record Cidr(Address first, int length) {
  public static final Cidr ALL_IPV4 = parse("0.0.0.0/0");
  public static final Cidr ALL_IPV6 = parse("::/0");

  public Cidr {
    if (length < 0 || length > first.family().bits()) {
      throw new IllegalArgumentException("no prefix of that length: " + first + "/" + length);
    }
    // AWS itself stores 10.0.0.1/16 as 10.0.0.0/16.
    first = masked(first, length, 0);
  }

  /// Reads `address/length`.
  ///
  /// @throws IllegalArgumentException quoting what is no block
  public static Cidr parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || !text.substring(slash + 1).matches("[0-9]{1,3}")) {
      throw new IllegalArgumentException("not a CIDR block: '" + text + "'");
    }
    return new Cidr(
        Address.parse(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
  }

  public static Cidr of(Address address) {
    return new Cidr(address, address.family().bits());
  }

  public static Cidr all(Family family) {
    return family == Family.IPV4 ? ALL_IPV4 : ALL_IPV6;
  }

  public Address last() {
    return masked(first, length, -1);
  }

  public boolean contains(Address address) {
    return first.compareTo(address) <= 0 && address.compareTo(last()) <= 0;
  }

  /// `address` with every bit after the first `length` taken from `fill`.
  private static Address masked(Address address, int length, long fill) {
    if (address.family() == Family.IPV4) {
      long host = (1L << (32 - length)) - 1;
      return new Address(Family.IPV4, 0, mixed(address.low(), host, fill));
    }
    long highHost = hostBits(Math.max(0, 64 - length));
    long lowHost = hostBits(Math.min(64, 128 - length));
    return new Address(
        Family.IPV6, mixed(address.high(), highHost, fill), mixed(address.low(), lowHost, fill));
  }

  /// The lowest `count` bits, 0 to 64 of them.
  private static long hostBits(int count) {
    return count == 64 ? -1 : (1L << count) - 1;
  }

  private static long mixed(long value, long host, long fill) {
    return (value & ~host) | (fill & host);
  }

  @Override
  public String toString() {
    return first + "/" + length;
  }
}
