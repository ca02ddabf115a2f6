package dev.assay.network;

import dev.assay.network.packet.Address;
import dev.assay.network.packet.Cidr;
import dev.assay.network.packet.Protocol;
import dev.assay.network.snapshot.Balancers;
import dev.assay.network.snapshot.LoadBalancer;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSubnet;
import dev.assay.network.snapshot.RouteTable;
import dev.assay.network.snapshot.TargetGroup;
import dev.assay.network.snapshot.Transit;
import dev.assay.network.snapshot.TransitAttachment;
import dev.assay.network.snapshot.TransitGateway;
import dev.assay.network.snapshot.VpcEndpoint;
import dev.assay.network.snapshot.VpnConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/// What joins the VPCs of a random account beside peering, and what stands before its instances:
/// two transit gateways with a peering and a VPN connection, a load balancer of each kind, and
/// endpoints.
final class TopologyExtras {
  /// What targets listen on, so that the comparison asks about it.
  static final int[] TARGET_PORTS = {22, 80, 2048};

  private final Random random;
  private final Map<String, NetworkInterface> interfaces;
  private final Map<String, NetworkSubnet> subnets;
  private final Map<String, VpnConnection> connections;

  TopologyExtras(
      Random random,
      Map<String, NetworkInterface> interfaces,
      Map<String, NetworkSubnet> subnets,
      Map<String, VpnConnection> connections) {
    this.random = random;
    this.interfaces = interfaces;
    this.subnets = subnets;
    this.connections = connections;
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  Transit transit() {
    List<TransitAttachment> attachments = new ArrayList<>();
    for (int vpc = 0; vpc < 3; vpc++) {
      attachments.add(ofVpc("tgw-0", vpc));
    }
    attachments.add(ofVpc("tgw-1", 2));
    attachments.add(other("tgw-0", "att-peer", TransitAttachment.Kind.PEERING, "tgw-1"));
    attachments.add(other("tgw-1", "att-peer", TransitAttachment.Kind.PEERING, "tgw-0"));
    attachments.add(other("tgw-0", "att-vpn", TransitAttachment.Kind.VPN, "vpn-tgw"));
    connections.put("vpn-tgw", new VpnConnection("vpn-tgw", "", chance(90)));
    Map<String, RouteTable> tables = new TreeMap<>();
    for (String gateway : List.of("tgw-0", "tgw-1")) {
      for (String name : List.of("a", "b")) {
        String id = gateway + "-rtb-" + name;
        tables.put(id, table(id, gateway));
      }
    }
    Map<String, TransitGateway> gateways =
        Map.of(
            "tgw-0", new TransitGateway("tgw-0", chance(60)),
            "tgw-1", new TransitGateway("tgw-1", chance(60)));
    return new Transit(gateways, attachments, tables);
  }

  private Optional<String> tableOf(String gateway) {
    return chance(92)
        ? Optional.of(gateway + "-rtb-" + (chance(70) ? "a" : "b"))
        : Optional.empty();
  }

  private TransitAttachment ofVpc(String gateway, int vpc) {
    List<String> in = new ArrayList<>(List.of("subnet-" + vpc + "-0"));
    if (chance(80)) {
      in.add("subnet-" + vpc + "-1");
    }
    return new TransitAttachment(
        "att-" + gateway + "-" + vpc,
        gateway,
        TransitAttachment.Kind.VPC,
        "vpc-" + vpc,
        chance(92),
        tableOf(gateway),
        in,
        chance(75),
        false);
  }

  private TransitAttachment other(
      String gateway, String id, TransitAttachment.Kind kind, String resource) {
    return new TransitAttachment(
        id, gateway, kind, resource, chance(95), tableOf(gateway), List.of(), false, false);
  }

  private RouteTable table(String id, String gateway) {
    List<RouteTable.Route> routes = new ArrayList<>();
    for (int vpc = 0; vpc < 3; vpc++) {
      String attachment =
          gateway.equals("tgw-1") ? vpc == 2 ? "att-tgw-1-2" : "att-peer" : "att-tgw-0-" + vpc;
      boolean peered = attachment.equals("att-peer");
      if (chance(85)) {
        boolean propagated = !peered && chance(60);
        routes.add(to("10." + vpc + ".0.0/16", attachment, propagated));
        routes.add(to("2600:0:0:" + vpc + "00::/56", attachment, propagated));
      }
      if (chance(10)) {
        routes.add(to("10." + vpc + ".0.0/17", peered ? attachment : "att-peer", false));
      }
    }
    if (chance(70)) {
      routes.add(to("172.20.0.0/16", gateway.equals("tgw-0") ? "att-vpn" : "att-peer", chance(50)));
    }
    if (chance(15)) {
      routes.add(
          new RouteTable.Route(
              new RouteTable.Destination.Block(Cidr.parse("10.0.0.0/8")),
              new RouteTable.Target(RouteTable.Kind.ATTACHMENT, "att-peer"),
              false,
              RouteTable.State.ACTIVE));
    }
    return new RouteTable(id, gateway, false, List.of(), List.of(), routes);
  }

  private RouteTable.Route to(String block, String attachment, boolean propagated) {
    return new RouteTable.Route(
        new RouteTable.Destination.Block(Cidr.parse(block)),
        new RouteTable.Target(RouteTable.Kind.ATTACHMENT, attachment),
        propagated,
        chance(93) ? RouteTable.State.ACTIVE : RouteTable.State.BLACKHOLE);
  }

  Balancers balancers() {
    List<LoadBalancer> all = new ArrayList<>();
    Map<String, TargetGroup> groups = new TreeMap<>();
    int vpc = 0;
    for (LoadBalancer.Kind kind :
        List.of(
            LoadBalancer.Kind.APPLICATION, LoadBalancer.Kind.NETWORK, LoadBalancer.Kind.CLASSIC)) {
      all.add(balancer(kind, vpc, groups));
      vpc++;
    }
    return new Balancers(all, groups, true);
  }

  private LoadBalancer balancer(LoadBalancer.Kind kind, int vpc, Map<String, TargetGroup> groups) {
    boolean network = kind == LoadBalancer.Kind.NETWORK;
    boolean facing = chance(75);
    List<String> own =
        network && chance(40) ? List.of() : List.of("sg-" + vpc + "-" + random.nextInt(2));
    List<String> nodes = new ArrayList<>();
    for (int zone = 0; zone < 2; zone++) {
      String id = "eni-lb-" + vpc + "-" + zone;
      nodes.add(id);
      interfaces.put(id, node(id, vpc, zone, facing, own));
    }
    List<Protocol> protocols =
        network && chance(50) ? List.of(Protocol.TCP, Protocol.UDP) : List.of(Protocol.TCP);
    for (int n = 0; n < 2; n++) {
      String id = "tg-" + vpc + "-" + n;
      groups.put(id, group(id, kind, vpc, protocols));
    }
    List<LoadBalancer.Listener> listeners = new ArrayList<>();
    for (int port : new int[] {80, 443}) {
      listeners.add(new LoadBalancer.Listener(protocols, port, rules(kind, vpc, port)));
    }
    return new LoadBalancer(
        "lb-" + vpc, kind, chance(95), facing, nodes, own, Optional.of(chance(50)), listeners);
  }

  private NetworkInterface node(String id, int vpc, int zone, boolean facing, List<String> own) {
    Optional<Address> shown = facing ? Optional.of(Address.parse("54.9.0.1")) : Optional.empty();
    return new NetworkInterface(
        id,
        "subnet-" + vpc + "-" + zone,
        "vpc-" + vpc,
        "100",
        Optional.empty(),
        true,
        List.of(
            new NetworkInterface.Assigned(Address.parse("10." + vpc + "." + zone + ".200"), shown),
            new NetworkInterface.Assigned(
                Address.parse("2600:0:0:" + vpc + "0" + zone + "::200"), Optional.empty())),
        own);
  }

  private TargetGroup group(String id, LoadBalancer.Kind kind, int vpc, List<Protocol> protocols) {
    List<TargetGroup.Target> targets = new ArrayList<>();
    for (int count = 1 + random.nextInt(3); count > 0; count--) {
      boolean far = kind != LoadBalancer.Kind.CLASSIC && chance(20);
      int in = far ? (vpc + 1) % 3 : vpc;
      int subnet = random.nextInt(2);
      int number = random.nextInt(2);
      String target =
          far || (kind != LoadBalancer.Kind.CLASSIC && chance(30))
              ? "10." + in + "." + subnet + "." + (10 + 2 * number + random.nextInt(2))
              : "i-" + in + "-" + subnet + "-" + number;
      TargetGroup.Health health =
          chance(60)
              ? TargetGroup.Health.HEALTHY
              : chance(60) ? TargetGroup.Health.UNHEALTHY : TargetGroup.Health.UNUSED;
      int port = TARGET_PORTS[random.nextInt(TARGET_PORTS.length)];
      targets.add(new TargetGroup.Target(target, port, health));
    }
    boolean keeps = kind == LoadBalancer.Kind.NETWORK && chance(60);
    Optional<Boolean> crosses = chance(30) ? Optional.of(chance(50)) : Optional.empty();
    return new TargetGroup(id, protocols, keeps, crosses, targets);
  }

  private List<LoadBalancer.Rule> rules(LoadBalancer.Kind kind, int vpc, int port) {
    List<LoadBalancer.Rule> rules = new ArrayList<>();
    if (kind == LoadBalancer.Kind.APPLICATION && chance(60)) {
      List<Cidr> clients =
          List.of(Cidr.parse(chance(50) ? "8.0.0.0/7" : "10.0.0.0/8"), Cidr.parse("2600::/32"));
      rules.add(
          new LoadBalancer.Rule(
              "rule-" + port,
              chance(80) ? clients : List.of(),
              chance(50),
              chance(70) ? List.of("tg-" + vpc + "-1") : List.of()));
    }
    rules.add(
        new LoadBalancer.Rule("default-" + port, List.of(), true, List.of("tg-" + vpc + "-0")));
    return rules;
  }

  Map<String, VpcEndpoint> endpoints() {
    String id = "eni-endpoint";
    NetworkSubnet subnet = subnets.get("subnet-0-0");
    if (subnet == null) {
      return Map.of();
    }
    interfaces.put(
        id,
        new NetworkInterface(
            id,
            subnet.id(),
            subnet.vpcId(),
            "100",
            Optional.empty(),
            true,
            List.of(new NetworkInterface.Assigned(Address.parse("10.0.0.210"), Optional.empty())),
            List.of("sg-0-0")));
    return Map.of(
        "vpce-service",
        new VpcEndpoint("vpce-service", VpcEndpoint.Kind.INTERFACE, chance(75), List.of(id)),
        "vpce-gateway",
        new VpcEndpoint("vpce-gateway", VpcEndpoint.Kind.GATEWAY, true, List.of()));
  }
}
