package dev.assay.network;

import dev.assay.network.packet.Address;
import dev.assay.network.packet.Cidr;
import dev.assay.network.packet.PortSet;
import dev.assay.network.packet.Protocol;
import dev.assay.network.packet.Services;
import dev.assay.network.packet.TrafficSet;
import java.util.List;
import java.util.stream.Stream;

/// The addresses from which packets can come through an internet gateway, and the protocols that
/// belong to each family of addresses.
public final class InternetSources {
  /// ICMP is spoken over IPv4 only, ICMPv6 over IPv6 only.
  static final TrafficSet SPOKEN =
      TrafficSet.of(Cidr.ALL_IPV4, without(Protocol.ICMPV6))
          .or(TrafficSet.of(Cidr.ALL_IPV6, without(Protocol.ICMP)));

  /// RFC 6890's blocks that are not globally reachable, multicast and reserved addresses; of IPv6
  /// only global unicast is routed.
  static final TrafficSet PUBLIC =
      TrafficSet.of(Stream.of("0.0.0.0/0", "2000::/3").map(Cidr::parse).toList())
          .minus(
              TrafficSet.of(
                  Stream.of(
                          "0.0.0.0/8",
                          "10.0.0.0/8",
                          "100.64.0.0/10",
                          "127.0.0.0/8",
                          "169.254.0.0/16",
                          "172.16.0.0/12",
                          "192.168.0.0/16",
                          "224.0.0.0/4",
                          "240.0.0.0/4")
                      .map(Cidr::parse)
                      .toList()));

  private InternetSources() {}

  private static Services without(Protocol protocol) {
    return Services.ALL.minus(Services.of(protocol, PortSet.ALL));
  }

  /// Everything from outside the VPC with these blocks.
  static TrafficSet outside(List<Cidr> blocks) {
    return PUBLIC.minus(TrafficSet.of(blocks));
  }

  /// The public addresses of a family that no traffic comes from.
  static TrafficSet missing(TrafficSet traffic, Address.Family family) {
    TrafficSet spoken = traffic.map(services -> services.isEmpty() ? Services.NONE : Services.ALL);
    return PUBLIC.and(TrafficSet.of(List.of(Cidr.all(family)))).minus(spoken);
  }
}
