package dev.assay.network;

import dev.assay.network.packet.Address;
import dev.assay.network.packet.Protocol;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import dev.assay.network.snapshot.VpcGateway;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Asks the analysis and the simulator about the same tuples of one topology. A tuple is reachable
/// for the simulator where a packet from any of the client ports tried gets its answer; rules are
/// drawn from [Topology#PORTS], so between two of those, every client port fares like another.
final class Comparison {
  private static final List<String> OUTSIDE =
      List.of(
          "8.8.8.8",
          "9.255.255.255",
          "10.0.0.10",
          "10.1.0.200",
          "54.1.2.3",
          "192.168.7.7",
          "100.64.0.1",
          "2600::77",
          "2a00::1",
          "2a01::1",
          "fd00::1",
          "2600:0:0:100::1");
  private static final int[] CLIENTS = {1024, 1025, 2048, 2049, 2050, 40_000, 40_001, 65_535};
  /// Most pairs and most ways that the analysis holds closed are left out by chance, so that both
  /// answers are common; over thousands of topologies many of each are still tried.
  private static final int PAIRS = 14;

  private static final int CLOSED = 24;
  private final NetworkSnapshot net;
  private final Simulator simulator;
  private final Reachability analysis;
  private final Random random;
  int open;
  int closed;
  final List<String> differences = new ArrayList<>();

  Comparison(long seed, Fault fault) {
    net = new Topology(seed).snapshot();
    simulator = new Simulator(net, fault);
    analysis = new Reachability(net);
    random = new Random(~seed);
  }

  /// One way of sending a packet, by the simulator.
  private interface Sending {
    boolean arrives(Packet packet);
  }

  Comparison run() {
    for (NetworkInterface to : net.interfaces().values()) {
      for (Candidate way : analysis.fromInternet(to)) {
        NetworkInterface.Assigned at =
            to.addresses().stream()
                .filter(each -> each.address().equals(way.address()))
                .findFirst()
                .orElseThrow();
        outside(way, packet -> simulator.fromInternet(to, at, packet));
      }
      for (Candidate way : analysis.fromVpn(to)) {
        VpcGateway gateway = net.vpnGateways().get(way.source());
        if (gateway == null) {
          throw new IllegalStateException(way.source());
        }
        outside(way, packet -> simulator.fromVpn(gateway, to, packet));
      }
      for (NetworkInterface from : net.interfaces().values()) {
        if (!from.id().equals(to.id()) && random.nextInt(PAIRS) == 0) {
          inside(from, to);
        }
      }
    }
    return this;
  }

  private void outside(Candidate way, Sending sending) {
    for (String source : OUTSIDE) {
      Address address = Address.parse(source);
      if (address.family() == way.address().family()) {
        compare(way.trail().passes(), address, way.address(), sending);
      }
    }
  }

  private void inside(NetworkInterface from, NetworkInterface to) {
    List<Candidate> ways = analysis.between(from, to);
    int index = 0;
    for (NetworkInterface.Assigned source : from.addresses()) {
      for (NetworkInterface.Assigned target : to.addresses()) {
        if (source.address().family() == target.address().family()) {
          compare(
              ways.get(index++).trail().passes(),
              source.address(),
              target.address(),
              packet -> simulator.between(from, to, packet));
        }
      }
    }
  }

  private void compare(TrafficSet passes, Address source, Address target, Sending sending) {
    if (passes.at(source).isEmpty() && random.nextInt(CLOSED) != 0) {
      return;
    }
    boolean ipv4 = source.family() == Address.Family.IPV4;
    for (int protocol : new int[] {6, 17, ipv4 ? 1 : 58, 47}) {
      int port = Topology.PORTS[random.nextInt(Topology.PORTS.length)] + random.nextInt(3) - 1;
      port = Math.min(65_535, port);
      if (protocol == 1 || protocol == 58) {
        port = new int[] {0, 8 << 8, 128 << 8, 3 << 8}[random.nextInt(4)];
      }
      boolean expected = false;
      for (int client : CLIENTS) {
        expected |= sending.arrives(new Packet(source, target, protocol, port, client));
      }
      boolean actual = passes.at(source).contains(new Protocol(protocol), port);
      open += actual ? 1 : 0;
      closed += actual ? 0 : 1;
      if (actual != expected) {
        differences.add(
            source
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
}
