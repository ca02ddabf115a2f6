package dev.assay.network.packet;

import java.util.Optional;

/// An IPv4 or IPv6 address. All of them stand in one order: IPv4 first, then IPv6, each by value;
/// so a range of addresses is an interval, and the algebra needs no case for the family.
///
/// @param high the upper half of an IPv6 address; 0 for IPv4
/// @param low the lower half, or the whole of an IPv4 address; unsigned
public record Address(Family family, long high, long low) implements Comparable<Address> {
  public static final Address FIRST = new Address(Family.IPV4, 0, 0);
  public static final Address FIRST_IPV6 = new Address(Family.IPV6, 0, 0);
  private static final long LAST_IPV4 = 0xFFFF_FFFFL;

  /// Which internet protocol.
  public enum Family {
    IPV4(32),
    IPV6(128);

    private final int bits;

    Family(int bits) {
      this.bits = bits;
    }

    public int bits() {
      return bits;
    }
  }

  public Address {
    if (family == Family.IPV4 && (high != 0 || low < 0 || low > LAST_IPV4)) {
      throw new IllegalArgumentException("not an IPv4 address: " + high + ":" + low);
    }
  }

  /// Reads dotted IPv4 or colon-separated IPv6.
  ///
  /// @throws IllegalArgumentException quoting what is no address
  public static Address parse(String text) {
    return AddressText.parse(text)
        .orElseThrow(() -> new IllegalArgumentException("not an IP address: '" + text + "'"));
  }

  /// The same, empty for what is no address.
  public static Optional<Address> parseLenient(String text) {
    return AddressText.parse(text);
  }

  /// The address after this one, in the order of all; empty after the very last.
  public Optional<Address> next() {
    if (family == Family.IPV4) {
      return Optional.of(low == LAST_IPV4 ? FIRST_IPV6 : new Address(Family.IPV4, 0, low + 1));
    }
    if (low != -1) {
      return Optional.of(new Address(family, high, low + 1));
    }
    return high == -1 ? Optional.empty() : Optional.of(new Address(family, high + 1, 0));
  }

  /// The address before this one; the first of all has none.
  Address previous() {
    if (equals(FIRST_IPV6)) {
      return new Address(Family.IPV4, 0, LAST_IPV4);
    }
    return family == Family.IPV4 || low != 0
        ? new Address(family, high, low - 1)
        : new Address(family, high - 1, -1);
  }

  @Override
  public int compareTo(Address other) {
    if (family != other.family) {
      return family.compareTo(other.family);
    }
    int upper = Long.compareUnsigned(high, other.high);
    return upper != 0 ? upper : Long.compareUnsigned(low, other.low);
  }

  @Override
  public String toString() {
    return AddressText.write(this);
  }
}
