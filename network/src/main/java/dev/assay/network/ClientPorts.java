package dev.assay.network;

import dev.assay.network.packet.PortSet;
import dev.assay.network.packet.Protocol;
import dev.assay.network.packet.Services;
import dev.assay.network.packet.TrafficSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The ports that a client has to send from to get an answer, where network ACLs drop the replies
/// to others. A client chooses among 1024 to 65535: what is open works for some and not for others.
///
/// @param working from at least one of the addresses that get through
/// @param everywhere from all of these addresses
public record ClientPorts(PortSet working, PortSet everywhere) {

  /// Of several ways of many sources, those of the one whose hops the trail has.
  ///
  /// @param traffic what gets through
  /// @return nothing where any port will do, or no protocol has ports
  static Optional<ClientPorts> of(Trail trail, TrafficSet traffic) {
    List<Hop> hops = trail.hops();
    TrafficSet replies = TrafficSet.ALL;
    for (Hop hop : hops) {
      replies = replies.and(hop.replies());
    }
    if (isWhole(replies)) {
      return Optional.empty();
    }
    TrafficSet sent = traffic;
    for (Hop hop : hops) {
      sent = sent.and(hop.admits());
    }
    PortSet working = PortSet.NONE;
    PortSet everywhere = Replies.CLIENT_PORTS;
    for (Protocol protocol : List.of(Protocol.TCP, Protocol.UDP)) {
      TrafficSet senders = sent.map(services -> all(services.ports(protocol)));
      for (TrafficSet.Part part : replies.and(senders).parts()) {
        PortSet ports = part.services().ports(protocol).and(Replies.CLIENT_PORTS);
        working = working.or(ports);
        everywhere = everywhere.and(ports);
      }
    }
    boolean any = everywhere.equals(Replies.CLIENT_PORTS);
    return any ? Optional.empty() : Optional.of(new ClientPorts(working, everywhere));
  }

  private static Services all(PortSet ports) {
    return ports.isEmpty() ? Services.NONE : Services.ALL;
  }

  // Most ACLs let everything out, and then there is nothing to work out.
  @SuppressWarnings("ReferenceEquality")
  private static boolean isWhole(TrafficSet replies) {
    return replies == TrafficSet.ALL;
  }

  /// Of two ways, either of which will do.
  public ClientPorts or(ClientPorts other) {
    return new ClientPorts(working.or(other.working), everywhere.and(other.everywhere));
  }

  /// As in "1024-2047, 4000-4999".
  public String words() {
    String ranges =
        working.ranges().stream()
            .map(each -> each.first() + (each.first() == each.last() ? "" : "-" + each.last()))
            .collect(Collectors.joining(", "));
    return "only from client ports "
        + ranges
        + (everywhere.equals(working) ? "" : ", and not from all addresses");
  }
}
