package dev.assay.network;

import dev.assay.network.packet.Address;
import dev.assay.network.packet.Cidr;
import dev.assay.network.packet.PortSet;
import dev.assay.network.packet.Protocol;
import dev.assay.network.packet.Services;
import dev.assay.network.snapshot.NetworkAcl;
import dev.assay.network.snapshot.SecurityGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Rules that overlap a great deal: few addresses, few ports, blocks of every length around them.
final class RandomFilters {
  private static final List<String> ADDRESSES =
      List.of(
          "0.0.0.0",
          "10.0.0.0",
          "10.0.0.255",
          "10.0.1.7",
          "10.128.0.1",
          "198.51.100.9",
          "255.255.255.255",
          "::",
          "2001:db8::1",
          "2001:db8:0:1::",
          "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff",
          "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
  private static final List<Integer> PORTS = List.of(0, 1, 21, 22, 23, 80, 1023, 1024, 2048, 65535);
  private static final List<Protocol> PROTOCOLS =
      List.of(Protocol.TCP, Protocol.UDP, Protocol.ICMP, Protocol.ICMPV6, new Protocol(47));

  private final Random random;

  RandomFilters(long seed) {
    random = new Random(seed);
  }

  /// One packet, as a filter sees it.
  record Packet(Address address, Protocol protocol, int port) {}

  Packet packet() {
    return new Packet(address(), any(PROTOCOLS), any(PORTS));
  }

  /// Entries in the order in which they are asked.
  List<NetworkAcl.Entry> entries() {
    List<NetworkAcl.Entry> entries = new ArrayList<>();
    for (int number = 1; number <= 1 + random.nextInt(12); number++) {
      NetworkAcl.Action action =
          random.nextInt(3) == 0 ? NetworkAcl.Action.DENY : NetworkAcl.Action.ALLOW;
      entries.add(new NetworkAcl.Entry(number * 10, action, block(), services()));
    }
    return entries;
  }

  List<SecurityGroup.Rule> rules() {
    List<SecurityGroup.Rule> rules = new ArrayList<>();
    for (int number = 0; number < random.nextInt(9); number++) {
      rules.add(
          new SecurityGroup.Rule(
              "rule-" + number, new SecurityGroup.Peer.Block(block()), services()));
    }
    return rules;
  }

  List<Cidr> blocks() {
    List<Cidr> blocks = new ArrayList<>();
    for (int number = 0; number < 1 + random.nextInt(6); number++) {
      blocks.add(block());
    }
    return blocks;
  }

  Services services() {
    if (random.nextInt(3) == 0) {
      return Services.ALL;
    }
    int one = any(PORTS);
    int other = any(PORTS);
    PortSet ports =
        random.nextInt(4) == 0
            ? PortSet.ALL
            : PortSet.range(Math.min(one, other), Math.max(one, other));
    return Services.of(any(PROTOCOLS), ports);
  }

  Cidr block() {
    Address address = address();
    int bits = address.family().bits();
    return new Cidr(address, random.nextInt(3) == 0 ? 0 : random.nextInt(bits + 1));
  }

  Address address() {
    return Address.parse(any(ADDRESSES));
  }

  <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
