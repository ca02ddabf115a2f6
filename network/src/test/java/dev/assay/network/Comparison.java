package dev.assay.network;

import dev.assay.network.packet.Address;
import dev.assay.network.packet.PortSet;
import dev.assay.network.packet.Protocol;
import dev.assay.network.packet.Services;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkInterface.Assigned;
import dev.assay.network.snapshot.NetworkSnapshot;
import dev.assay.network.snapshot.TransitAttachment;
import dev.assay.network.snapshot.VpcGateway;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Asks the analysis and the simulator about the same tuples of one topology. A tuple is reachable
/// for the simulator where a packet from any of the client ports tried gets its answer; rules are
/// drawn from [Topology#PORTS], so between two of those, every client port fares like another.
final class Comparison {
  private static final List<Address> OUTSIDE =
      java.util.stream.Stream.of(
              "8.8.8.8",
              "9.255.255.255",
              "10.0.0.10",
              "10.1.0.200",
              "54.1.2.3",
              "192.168.7.7",
              "172.20.0.9",
              "100.64.0.1",
              "2600::77",
              "2a00::1",
              "2a01::1",
              "fd00::1",
              "2600:0:0:100::1")
          .map(Address::parse)
          .toList();
  static final int[] CLIENTS = {1024, 1025, 2048, 2049, 2050, 40_000, 40_001, 65_535};

  /// Most pairs and most ways that the analysis holds closed are left out by chance, so that both
  /// answers are common; over thousands of topologies many of each are still tried.
  private static final int PAIRS = 16;

  private static final int MORE = 20;

  private final NetworkSnapshot net;
  private final Simulator simulator;
  private final Reachability analysis;
  private final Random random;
  private final int sampling;
  final Map<Kind, int[]> counts = new EnumMap<>(Kind.class);
  final List<String> differences = new ArrayList<>();

  /// How many open tuples there were that not all client ports work for.
  int someClients;

  /// What the tuples are about, each with shares of its own; in how many closed ones one is tried.
  enum Kind {
    INTERNET(24),
    VPN(40),
    TRANSIT_VPN(100),
    INTERFACES(24),
    TRANSIT(24),
    BALANCER(2_000);

    private final int closed;

    Kind(int closed) {
      this.closed = closed;
    }
  }

  Comparison(long seed, Fault fault) {
    net = new Topology(seed).snapshot();
    simulator = new Simulator(net, fault);
    analysis = new Reachability(net);
    random = new Random(~seed);
    // A fault that opens shows in what is closed, of which more is tried then.
    sampling = fault == Fault.NONE ? 1 : MORE;
  }

  /// One way of sending a packet, by the simulator.
  private interface Sending {
    boolean arrives(Packet packet);
  }

  Comparison run() {
    for (NetworkInterface to : net.interfaces().values()) {
      for (Candidate way : analysis.fromInternet(to)) {
        Assigned at = assigned(to, way.address());
        outside(Kind.INTERNET, way, packet -> simulator.fromInternet(to, at, packet));
      }
      for (Candidate way : analysis.fromVpn(to)) {
        fromVpn(way, to);
      }
      throughBalancers(to);
      for (NetworkInterface from : net.interfaces().values()) {
        if (!from.id().equals(to.id()) && random.nextInt(sampling == 1 ? PAIRS : 3) == 0) {
          inside(from, to);
        }
      }
    }
    return this;
  }

  private static Assigned assigned(NetworkInterface of, Address address) {
    return of.addresses().stream()
        .filter(each -> each.address().equals(address))
        .findFirst()
        .orElseThrow();
  }

  private void fromVpn(Candidate way, NetworkInterface to) {
    VpcGateway gateway = net.vpnGateways().get(way.source());
    if (gateway != null) {
      outside(Kind.VPN, way, packet -> simulator.fromVpn(gateway, to, packet));
      return;
    }
    TransitAttachment attachment = net.transit().attachment(way.source(), "att-vpn").orElseThrow();
    outside(Kind.TRANSIT_VPN, way, packet -> simulator.fromTransitVpn(attachment, to, packet));
  }

  private void outside(Kind kind, Candidate way, Sending sending) {
    for (Address address : OUTSIDE) {
      if (address.family() == way.address().family()) {
        compare(
            kind, Optional.of(way.trail()), way.trail().passes(), address, way.address(), sending);
      }
    }
  }

  private void inside(NetworkInterface from, NetworkInterface to) {
    List<Candidate> ways = analysis.between(from, to);
    int index = 0;
    for (Assigned source : from.addresses()) {
      for (Assigned target : to.addresses()) {
        if (source.address().family() == target.address().family()) {
          Candidate way = ways.get(index++);
          boolean transit =
              way.trail().hops().stream().anyMatch(hop -> hop.kind().contains("TransitGateway"));
          compare(
              transit ? Kind.TRANSIT : Kind.INTERFACES,
              Optional.of(way.trail()),
              way.trail().passes(),
              source.address(),
              target.address(),
              packet -> simulator.between(from, to, packet));
        }
      }
    }
    List<Candidate> balanced = analysis.throughBalancers(from, to);
    for (Assigned source : from.addresses()) {
      balanced(
          balanced,
          to,
          source.address(),
          packet ->
              simulator.balancers.reaches(
                  (node, at, first) ->
                      !node.id().equals(from.id()) && simulator.between(from, node, first),
                  from,
                  to,
                  packet));
    }
  }

  private void throughBalancers(NetworkInterface to) {
    List<Candidate> fromInternet = analysis.fromInternetThroughBalancers(to);
    List<Candidate> fromVpn = analysis.fromVpnThroughBalancers(to);
    for (Address source : OUTSIDE) {
      balanced(
          fromInternet,
          to,
          source,
          packet -> simulator.balancers.reaches(simulator::fromInternet, null, to, packet));
      for (VpcGateway gateway : net.vpnGateways().values()) {
        balanced(
            fromVpn.stream().filter(way -> way.source().equals(gateway.id())).toList(),
            to,
            source,
            packet ->
                simulator.balancers.reaches(
                    (node, at, first) -> simulator.fromVpn(gateway, node, first),
                    null,
                    to,
                    packet));
      }
      TransitAttachment attachment = net.transit().attachment("tgw-0", "att-vpn").orElseThrow();
      balanced(
          fromVpn.stream().filter(way -> way.source().equals("tgw-0")).toList(),
          to,
          source,
          packet ->
              simulator.balancers.reaches(
                  (node, at, first) -> simulator.fromTransitVpn(attachment, node, first),
                  null,
                  to,
                  packet));
    }
  }

  /// All ways through balancers together, to each of the interface's addresses.
  private void balanced(
      List<Candidate> ways, NetworkInterface to, Address source, Sending sending) {
    for (Assigned target : to.addresses()) {
      List<TrafficSet> passing =
          ways.stream()
              .filter(way -> way.address().equals(target.address()))
              .map(way -> way.trail().passes())
              .toList();
      compare(
          Kind.BALANCER,
          Optional.empty(),
          TrafficSet.union(passing),
          source,
          target.address(),
          sending);
    }
  }

  /// @param trail of a single way, whose client ports are compared too
  private void compare(
      Kind kind,
      Optional<Trail> trail,
      TrafficSet passes,
      Address source,
      Address target,
      Sending sending) {
    if (passes.at(source).isEmpty() && random.nextInt(Math.max(1, kind.closed / sampling)) != 0) {
      return;
    }
    boolean ipv4 = source.family() == Address.Family.IPV4;
    for (int protocol : new int[] {6, 17, ipv4 ? 1 : 58, 47}) {
      if (kind == Kind.BALANCER && protocol != 6 && random.nextInt(protocol == 17 ? 2 : 16) != 0) {
        continue;
      }
      int port = port(kind, protocol);
      List<Integer> known = ports(passes.at(source), protocol);
      if (kind == Kind.BALANCER && !known.isEmpty() && random.nextInt(3) == 0) {
        port = known.get(random.nextInt(known.size()));
      }
      boolean actual = passes.at(source).contains(new Protocol(protocol), port);
      PortSet clients =
          trail.isPresent() && actual
              ? clients(trail.get(), source, new Protocol(protocol), port)
              : PortSet.NONE;
      boolean expected = false;
      for (int client : CLIENTS) {
        boolean arrives = sending.arrives(new Packet(source, target, protocol, port, client));
        expected = expected || arrives;
        if (trail.isPresent() && actual && arrives != clients.contains(client)) {
          differences.add(kind + ": " + source + " > " + target + " from client port " + client);
        }
      }
      counts.computeIfAbsent(kind, key -> new int[2])[actual ? 0 : 1]++;
      if (actual != expected) {
        differences.add(
            kind
                + ": "
                + source
                + " > "
                + target
                + " protocol "
                + protocol
                + " port "
                + port
                + (actual ? ": only the analysis says it is open" : ": only the simulator does"));
      }
    }
  }

  private PortSet clients(Trail trail, Address source, Protocol protocol, int port) {
    Services asked = Services.of(protocol, PortSet.range(port, port));
    Optional<ClientPorts> some = ClientPorts.of(trail, TrafficSet.of(source, asked));
    someClients += some.isPresent() ? 1 : 0;
    return some.map(ClientPorts::working).orElse(PortSet.ALL);
  }

  private static List<Integer> ports(Services services, int protocol) {
    return services.ports(new Protocol(protocol)).ranges().stream()
        .map(PortSet.Range::first)
        .toList();
  }

  private int port(Kind kind, int protocol) {
    if (protocol == 1 || protocol == 58) {
      return new int[] {0, 8 << 8, 128 << 8, 3 << 8}[random.nextInt(4)];
    }
    if (kind == Kind.BALANCER && random.nextInt(8) != 0) {
      return TopologyExtras.TARGET_PORTS[random.nextInt(TopologyExtras.TARGET_PORTS.length)];
    }
    int port = Topology.PORTS[random.nextInt(Topology.PORTS.length)] + random.nextInt(3) - 1;
    return Math.min(65_535, port);
  }
}
