package dev.assay.network;

import dev.assay.network.packet.PortSet;
import dev.assay.network.packet.Protocol;
import dev.assay.network.packet.Services;
import dev.assay.network.packet.TrafficSet;

/// Which requests get an answer through a stateless filter. The answer to a TCP or UDP client goes
/// to the client's own port, which the client chooses among the ephemeral ports; the answer to an
/// ICMP echo is an echo reply; other ICMP messages expect none.
final class Replies {
  private static final int FIRST_EPHEMERAL = 1024;
  static final PortSet CLIENT_PORTS = PortSet.range(FIRST_EPHEMERAL, PortSet.LAST);
  private static final int ICMP_ECHO = 8;
  private static final int ICMPV6_ECHO = 128;
  private static final int ICMPV6_ECHO_REPLY = 129;

  /// What needs no answer.
  private static final Services TO_NOTHING = worked(Services.NONE);

  private Replies() {}

  /// The requests that at least one client port gets an answer to.
  static TrafficSet answered(TrafficSet filter) {
    return filter.map(Replies::answered);
  }

  static Services answered(Services filter) {
    if (filter.isEmpty()) {
      return TO_NOTHING;
    }
    return filter.equals(Services.ALL) ? Services.ALL : worked(filter);
  }

  private static Services worked(Services filter) {
    return filter.map(
        (protocol, ports) -> {
          if (protocol.equals(Protocol.ICMP)) {
            return messages(ICMP_ECHO, ports.contains(0));
          }
          if (protocol.equals(Protocol.ICMPV6)) {
            return messages(ICMPV6_ECHO, ports.contains(ICMPV6_ECHO_REPLY << 8));
          }
          boolean works =
              protocol.hasPorts() ? !ports.and(CLIENT_PORTS).isEmpty() : !ports.isEmpty();
          return works ? PortSet.ALL : PortSet.NONE;
        });
  }

  private static PortSet messages(int echo, boolean replyPasses) {
    return replyPasses
        ? PortSet.ALL
        : PortSet.ALL.minus(PortSet.range(echo << 8, (echo << 8) + 255));
  }
}
