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

  private Replies() {}

  /// The requests that at least one client port gets an answer to.
  static TrafficSet answered(TrafficSet filter) {
    return filter.map(Replies::answered);
  }

  static Services answered(Services filter) {
    Services answered = Services.NONE;
    Services others =
        Services.ALL
            .minus(Services.of(Protocol.ICMP, PortSet.ALL))
            .minus(Services.of(Protocol.ICMPV6, PortSet.ALL));
    for (Services.Part part : filter.and(others).parts()) {
      boolean works = !part.protocol().hasPorts() || !part.ports().and(CLIENT_PORTS).isEmpty();
      if (works) {
        answered = answered.or(Services.of(part.protocol(), PortSet.ALL));
      }
    }
    return answered
        .or(icmp(Protocol.ICMP, ICMP_ECHO, filter.contains(Protocol.ICMP, 0)))
        .or(
            icmp(
                Protocol.ICMPV6,
                ICMPV6_ECHO,
                filter.contains(Protocol.ICMPV6, ICMPV6_ECHO_REPLY << 8)));
  }

  private static Services icmp(Protocol protocol, int echo, boolean replyPasses) {
    PortSet echoes = PortSet.range(echo << 8, (echo << 8) + 255);
    PortSet messages = replyPasses ? PortSet.ALL : PortSet.ALL.minus(echoes);
    return Services.of(protocol, messages);
  }

  /// The client ports that get an answer everywhere the filter passes anything of this protocol.
  static boolean everyClientPort(Services filter, Protocol protocol) {
    return CLIENT_PORTS.minus(filter.ports(protocol)).isEmpty();
  }
}
