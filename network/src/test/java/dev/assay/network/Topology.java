package dev.assay.network;

import dev.assay.network.packet.Address;
import dev.assay.network.packet.Cidr;
import dev.assay.network.packet.PortSet;
import dev.assay.network.packet.Protocol;
import dev.assay.network.packet.Services;
import dev.assay.network.snapshot.BlockPublicAccess;
import dev.assay.network.snapshot.NetworkAcl;
import dev.assay.network.snapshot.NetworkInstance;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import dev.assay.network.snapshot.NetworkSubnet;
import dev.assay.network.snapshot.NetworkVpc;
import dev.assay.network.snapshot.PrefixList;
import dev.assay.network.snapshot.RouteTable;
import dev.assay.network.snapshot.RouteTable.Destination;
import dev.assay.network.snapshot.RouteTable.Kind;
import dev.assay.network.snapshot.RouteTable.Route;
import dev.assay.network.snapshot.RouteTable.State;
import dev.assay.network.snapshot.RouteTable.Target;
import dev.assay.network.snapshot.SecurityGroup;
import dev.assay.network.snapshot.VpcGateway;
import dev.assay.network.snapshot.VpcPeering;
import dev.assay.network.snapshot.VpnConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/// A small random account: three VPCs, two subnets each, and everything the analysis models. Rules
/// are drawn from few blocks and ports, so that they meet, overlap and contradict each other.
final class Topology {
  static final int[] PORTS = {22, 80, 443, 1023, 1024, 2048, 2049, 40_000, 65_535};
  private static final int VPCS = 3;
  private final Random random;

  /// Whether most groups let everything pass, so that what is behind them decides.
  private final boolean generous;

  private final Map<String, NetworkVpc> vpcs = new TreeMap<>();
  private final Map<String, NetworkSubnet> subnets = new TreeMap<>();
  private final Map<String, NetworkInterface> interfaces = new TreeMap<>();
  private final Map<String, NetworkInstance> instances = new TreeMap<>();
  private final Map<String, SecurityGroup> groups = new TreeMap<>();
  private final Map<String, NetworkAcl> acls = new TreeMap<>();
  private final Map<String, RouteTable> tables = new TreeMap<>();
  private final Map<String, VpcGateway> internetGateways = new TreeMap<>();
  private final Map<String, VpcGateway> vpnGateways = new TreeMap<>();
  private final Map<String, VpnConnection> connections = new TreeMap<>();
  private final Map<String, VpcPeering> peerings = new TreeMap<>();

  Topology(long seed) {
    random = new Random(seed);
    generous = chance(40);
  }

  NetworkSnapshot snapshot() {
    for (int vpc = 0; vpc < VPCS; vpc++) {
      vpc(vpc);
    }
    peering("pcx-01", "vpc-0", "vpc-1");
    peering("pcx-12", "vpc-1", "vpc-2");
    TopologyExtras extras = new TopologyExtras(random, interfaces, subnets, connections);
    BlockPublicAccess block =
        chance(20)
            ? new BlockPublicAccess(
                BlockPublicAccess.Mode.BLOCK_INGRESS,
                chance(50) ? List.of("vpc-0") : List.of(),
                chance(50) ? List.of("subnet-1-0") : List.of())
            : BlockPublicAccess.OFF;
    Map<String, PrefixList> lists =
        Map.of("pl-0", new PrefixList("pl-0", List.of(block(), block(), block())));
    return new NetworkSnapshot(
        vpcs,
        subnets,
        interfaces,
        instances,
        groups,
        acls,
        tables,
        internetGateways,
        vpnGateways,
        connections,
        peerings,
        lists,
        block,
        true,
        extras.transit(),
        extras.balancers(),
        extras.endpoints(),
        List.of());
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private void vpc(int n) {
    String id = "vpc-" + n;
    vpcs.put(
        id,
        new NetworkVpc(
            id,
            List.of(Cidr.parse("10." + n + ".0.0/16"), Cidr.parse("2600:0:0:" + n + "00::/56"))));
    List<String> attached = chance(85) ? List.of(id) : List.of();
    internetGateways.put("igw-" + n, new VpcGateway("igw-" + n, attached));
    vpnGateways.put("vgw-" + n, new VpcGateway("vgw-" + n, chance(70) ? List.of(id) : List.of()));
    connections.put("vpn-" + n, new VpnConnection("vpn-" + n, "vgw-" + n, true));
    for (int g = 0; g < 2; g++) {
      String group = "sg-" + n + "-" + g;
      groups.put(group, new SecurityGroup(group, id, group, rules(), rules()));
    }
    acls.put("acl-" + n, acl("acl-" + n, id, true, List.of()));
    tables.put("rtb-" + n, table("rtb-" + n, n, true, List.of()));
    for (int s = 0; s < 2; s++) {
      subnet(n, s);
    }
    if (chance(20)) {
      List<Route> routes = new ArrayList<>();
      if (chance(50)) {
        routes.add(to("10." + n + ".0.0/16", Kind.LOCAL, "local"));
      }
      String edge = "rtb-edge-" + n;
      tables.put(edge, new RouteTable(edge, id, false, List.of(), List.of("igw-" + n), routes));
    }
  }

  private void subnet(int n, int s) {
    String id = "subnet-" + n + "-" + s;
    String vpc = "vpc-" + n;
    subnets.put(id, new NetworkSubnet(id, vpc, "az-" + s, "100"));
    if (chance(50)) {
      acls.put("acl-" + n + "-" + s, acl("acl-" + n + "-" + s, vpc, false, List.of(id)));
    }
    if (chance(50)) {
      tables.put("rtb-" + n + "-" + s, table("rtb-" + n + "-" + s, n, false, List.of(id)));
    }
    for (int e = 0; e < 2; e++) {
      String eni = "eni-" + n + "-" + s + "-" + e;
      String instance = "i-" + n + "-" + s + "-" + e;
      NetworkInstance.State state =
          chance(92) ? NetworkInstance.State.RUNNING : NetworkInstance.State.STOPPED;
      instances.put(instance, new NetworkInstance(instance, state, Optional.empty()));
      List<NetworkInterface.Assigned> addresses = new ArrayList<>();
      for (int a = 0; a < 2; a++) {
        addresses.add(
            new NetworkInterface.Assigned(
                Address.parse("10." + n + "." + s + "." + (10 + 2 * e + a)),
                chance(70) ? Optional.of(Address.parse("54.0.0.1")) : Optional.empty()));
      }
      addresses.add(
          new NetworkInterface.Assigned(
              Address.parse("2600:0:0:" + n + "0" + s + "::" + (e + 5)), Optional.empty()));
      List<String> in = new ArrayList<>(List.of("sg-" + n + "-" + random.nextInt(2)));
      if (chance(30)) {
        in = List.of("sg-" + n + "-0", "sg-" + n + "-1");
      }
      interfaces.put(
          eni,
          new NetworkInterface(
              eni,
              id,
              vpc,
              chance(80) ? "100" : "200",
              Optional.of(instance),
              true,
              addresses,
              in));
    }
  }

  private Cidr block() {
    return Cidr.parse(
        any(
            List.of(
                "0.0.0.0/0",
                "0.0.0.0/0",
                "::/0",
                "::/0",
                "8.0.0.0/7",
                "8.8.8.0/24",
                "10.0.0.0/8",
                "10.0.0.0/16",
                "10.1.0.0/24",
                "10.2.1.0/24",
                "2600::/32",
                "2a00::/16",
                "192.168.0.0/16")));
  }

  private Services services() {
    if (chance(45)) {
      return Services.ALL;
    }
    if (chance(25)) {
      Protocol icmp = chance(50) ? Protocol.ICMP : Protocol.ICMPV6;
      int type = any(List.of(0, 8, 128, 129));
      return Services.of(icmp, PortSet.range(type << 8, (type << 8) + 255));
    }
    int one = PORTS[random.nextInt(PORTS.length)];
    int other = PORTS[random.nextInt(PORTS.length)];
    return Services.of(
        chance(70) ? Protocol.TCP : Protocol.UDP,
        PortSet.range(Math.min(one, other), Math.max(one, other)));
  }

  private List<SecurityGroup.Rule> rules() {
    List<SecurityGroup.Rule> rules = new ArrayList<>();
    if (generous && chance(80)) {
      for (Cidr all : List.of(Cidr.ALL_IPV4, Cidr.ALL_IPV6)) {
        rules.add(new SecurityGroup.Rule("all", new SecurityGroup.Peer.Block(all), Services.ALL));
      }
    }
    for (int count = 2 + random.nextInt(3); count > 0; count--) {
      SecurityGroup.Peer peer = new SecurityGroup.Peer.Block(block());
      if (chance(15)) {
        peer = new SecurityGroup.Peer.Prefixes("pl-0");
      } else if (chance(35)) {
        peer =
            new SecurityGroup.Peer.Members("sg-" + random.nextInt(VPCS) + "-" + random.nextInt(2));
      }
      rules.add(new SecurityGroup.Rule("rule " + count, peer, services()));
    }
    return rules;
  }

  private NetworkAcl acl(String id, String vpc, boolean isDefault, List<String> of) {
    return new NetworkAcl(id, vpc, isDefault, of, entries(), entries());
  }

  private List<NetworkAcl.Entry> entries() {
    List<NetworkAcl.Entry> entries = new ArrayList<>();
    for (int number = random.nextInt(3); number > 0; number--) {
      NetworkAcl.Action action = chance(40) ? NetworkAcl.Action.ALLOW : NetworkAcl.Action.DENY;
      entries.add(new NetworkAcl.Entry(number * 10, action, block(), services()));
    }
    if (chance(85)) {
      entries.add(new NetworkAcl.Entry(100, NetworkAcl.Action.ALLOW, Cidr.ALL_IPV4, Services.ALL));
      entries.add(new NetworkAcl.Entry(101, NetworkAcl.Action.ALLOW, Cidr.ALL_IPV6, Services.ALL));
    }
    return entries;
  }

  private static Route to(String block, Kind kind, String id) {
    return new Route(
        new Destination.Block(Cidr.parse(block)), new Target(kind, id), false, State.ACTIVE);
  }

  private RouteTable table(String id, int n, boolean main, List<String> of) {
    List<Route> routes = new ArrayList<>();
    routes.add(to("10." + n + ".0.0/16", Kind.LOCAL, "local"));
    routes.add(to("2600:0:0:" + n + "00::/56", Kind.LOCAL, "local"));
    Target internet = new Target(Kind.INTERNET_GATEWAY, "igw-" + n);
    for (String all : List.of("0.0.0.0/0", "::/0")) {
      Target target = chance(85) ? internet : new Target(Kind.NAT_GATEWAY, "nat-" + n);
      if (chance(90)) {
        routes.add(
            new Route(
                new Destination.Block(Cidr.parse(all)),
                target,
                false,
                chance(92) ? State.ACTIVE : State.BLACKHOLE));
      }
    }
    Target vpn = new Target(Kind.VPN_GATEWAY, "vgw-" + n);
    if (chance(60)) {
      routes.add(
          new Route(new Destination.Block(Cidr.parse("192.168.0.0/16")), vpn, false, State.ACTIVE));
    }
    if (chance(40)) {
      routes.add(new Route(new Destination.Block(block()), vpn, true, State.ACTIVE));
    }
    if (chance(25)) {
      routes.add(new Route(new Destination.Prefixes("pl-0"), internet, false, State.ACTIVE));
    }
    if (chance(15)) {
      routes.add(to("8.8.8.0/24", Kind.ENDPOINT, "vpce-gateway"));
    }
    if (chance(70)) {
      routes.add(to("172.20.0.0/16", Kind.TRANSIT_GATEWAY, "tgw-0"));
    }
    for (int other = 0; other < VPCS; other++) {
      if (other != n && chance(n + other == 2 ? 75 : 25)) {
        String tgw = n == 2 && chance(50) ? "tgw-1" : "tgw-0";
        routes.add(to("10." + other + ".0.0/16", Kind.TRANSIT_GATEWAY, tgw));
        routes.add(to("2600:0:0:" + other + "00::/56", Kind.TRANSIT_GATEWAY, tgw));
      } else if (other != n && chance(80)) {
        // From an end of the chain, only one connection leads anywhere.
        String pcx = n == 0 ? "pcx-01" : n == 2 ? "pcx-12" : other == 0 ? "pcx-01" : "pcx-12";
        routes.add(to("10." + other + ".0.0/16", Kind.PEERING, pcx));
        routes.add(to("2600:0:0:" + other + "00::/56", Kind.PEERING, pcx));
      }
    }
    return new RouteTable(id, "vpc-" + n, main, of, List.of(), routes);
  }

  private void peering(String id, String one, String other) {
    peerings.put(id, new VpcPeering(id, one, other, chance(85)));
  }
}
