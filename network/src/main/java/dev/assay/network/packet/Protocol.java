package dev.assay.network.packet;

/// IANA's number of an IP protocol, 0 to 255.
public record Protocol(int number) {
  public static final Protocol ICMP = new Protocol(1);
  public static final Protocol TCP = new Protocol(6);
  public static final Protocol UDP = new Protocol(17);
  public static final Protocol ICMPV6 = new Protocol(58);
  public static final int LAST = 255;

  public Protocol {
    if (number < 0 || number > LAST) {
      throw new IllegalArgumentException("no protocol has the number " + number);
    }
  }

  /// A name or a number, as AWS writes them.
  ///
  /// @throws IllegalArgumentException quoting what is neither
  public static Protocol parse(String text) {
    return switch (text.toLowerCase(java.util.Locale.ROOT)) {
      case "tcp" -> TCP;
      case "udp" -> UDP;
      case "icmp" -> ICMP;
      case "icmpv6", "58" -> ICMPV6;
      default -> {
        if (!text.matches("[0-9]{1,3}")) {
          throw new IllegalArgumentException("unknown protocol '" + text + "'");
        }
        yield new Protocol(Integer.parseInt(text));
      }
    };
  }

  /// Whether rules may restrict this protocol by destination port.
  public boolean hasPorts() {
    return equals(TCP) || equals(UDP);
  }

  public boolean isIcmp() {
    return equals(ICMP) || equals(ICMPV6);
  }

  public String word() {
    return switch (number) {
      case 1 -> "icmp";
      case 6 -> "tcp";
      case 17 -> "udp";
      case 58 -> "icmpv6";
      default -> "protocol " + number;
    };
  }
}
