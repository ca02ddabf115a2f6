package dev.assay.scap.procfs;

import java.util.HexFormat;

/// An address, as `inet_ntop(3)` writes it, and a port.
public record SocketEndpoint(String address, int port) {
  private static final int WORD = 8;
  private static final int HIGHEST = 0xFFFF;

  /// The kernel's hexadecimal words of the machine's byte order: `0100007F:0016`.
  ///
  /// @throws IllegalArgumentException if the text is not that
  static SocketEndpoint of(String text) {
    String[] parts = text.split(":");
    int length = parts[0].length();
    if (parts.length != 2 || (length != WORD && length != 4 * WORD)) {
      throw new IllegalArgumentException("An address and a port were expected, not " + text + ".");
    }
    int port = Integer.parseInt(parts[1], 16);
    if (port < 0 || port > HIGHEST) {
      throw new IllegalArgumentException("A port was expected, not " + parts[1] + ".");
    }
    StringBuilder bytes = new StringBuilder();
    for (int at = 0; at < length; at += WORD) {
      // Little endian, as every machine Assay is built for.
      for (int i = WORD - 2; i >= 0; i -= 2) {
        bytes.append(parts[0], at + i, at + i + 2);
      }
    }
    return new SocketEndpoint(AddressText.of(HexFormat.of().parseHex(bytes)), port);
  }

  /// `127.0.0.1:22`; an IPv6 address has no brackets.
  public String whole() {
    return address + ":" + port;
  }
}
