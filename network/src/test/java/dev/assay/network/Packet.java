package dev.assay.network;

import dev.assay.network.packet.Address;

/// One packet, and the port its sender listens on for the reply.
///
/// @param port the destination's; of ICMP type × 256 + code
record Packet(Address source, Address destination, int protocol, int port, int clientPort) {
  private static final int ICMP = 1;
  private static final int ICMPV6 = 58;

  boolean wantsReply() {
    return switch (protocol) {
      case ICMP -> port >> 8 == 8;
      case ICMPV6 -> port >> 8 == 128;
      default -> true;
    };
  }

  // The ends change places.
  @SuppressWarnings("ArgumentSelectionDefectChecker")
  Packet reply() {
    int answer =
        switch (protocol) {
          case ICMP -> 0;
          case ICMPV6 -> 129 << 8;
          default -> clientPort;
        };
    return new Packet(destination, source, protocol, answer, port);
  }
}
