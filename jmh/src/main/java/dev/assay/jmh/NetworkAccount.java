package dev.assay.jmh;

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
import dev.assay.network.snapshot.SecurityGroup;
import dev.assay.network.snapshot.VpcGateway;
import dev.assay.network.snapshot.VpcPeering;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/// A generated account: for each 200 interfaces a VPC of 10 subnets with 20 security groups of 8
/// rules, 4 ACLs, 4 load balancers, peering with the next VPC and an attachment to the transit
/// gateway; IPv4 and IPv6. With 10,000 interfaces it is the account of docs/performance.md.
final class NetworkAccount {
  static final int INTERFACES_OF_VPC = 200;
  private static final int SUBNETS = 10;
  private static final int GROUPS = 20;
  private static final int RULES = 8;
  private static final int ACLS = 4;

  private final Random random;
  private final int count;
  private final Map<String, NetworkVpc> vpcs = new TreeMap<>();
  private final Map<String, NetworkSubnet> subnets = new TreeMap<>();
  private final Map<String, NetworkInterface> interfaces = new TreeMap<>();
  private final Map<String, NetworkInstance> instances = new TreeMap<>();
  private final Map<String, SecurityGroup> groups = new TreeMap<>();
  private final Map<String, NetworkAcl> acls = new TreeMap<>();
  private final Map<String, RouteTable> tables = new TreeMap<>();
  private final Map<String, VpcGateway> gateways = new TreeMap<>();
  private final Map<String, VpcPeering> peerings = new TreeMap<>();
  private final Map<String, PrefixList> lists = new TreeMap<>();

  private NetworkAccount(long seed, int interfaces) {
    random = new Random(seed);
    count = Math.max(1, interfaces / INTERFACES_OF_VPC);
  }

  static NetworkSnapshot of(long seed, int interfaces) {
    return new NetworkAccount(seed, interfaces).snapshot();
  }

  private NetworkSnapshot snapshot() {
    for (int list = 0; list < 10; list++) {
      List<Cidr> entries = new ArrayList<>();
      for (int entry = 0; entry < 20; entry++) {
        entries.add(Cidr.parse(random.nextInt(1, 223) + "." + random.nextInt(256) + ".0.0/16"));
      }
      lists.put("pl-" + list, new PrefixList("pl-" + list, entries));
    }
    for (int vpc = 0; vpc < count; vpc++) {
      vpc(vpc);
    }
    NetworkBalancers balancers = new NetworkBalancers(random, interfaces);
    return new NetworkSnapshot(
        vpcs,
        subnets,
        interfaces,
        instances,
        groups,
        acls,
        tables,
        gateways,
        Map.of(),
        Map.of(),
        peerings,
        lists,
        BlockPublicAccess.OFF,
        true,
        NetworkBalancers.transit(count),
        balancers.of(count),
        Map.of(),
        List.of());
  }

  static String block(int vpc) {
    return (10 + vpc / 256) + "." + vpc % 256;
  }

  private void vpc(int n) {
    String id = "vpc-" + n;
    vpcs.put(
        id,
        new NetworkVpc(
            id,
            List.of(
                Cidr.parse(block(n) + ".0.0/16"),
                Cidr.parse("2600:" + Integer.toHexString(n + 1) + "::/56"))));
    gateways.put("igw-" + n, new VpcGateway("igw-" + n, List.of(id)));
    if (n > 0) {
      String pcx = "pcx-" + n;
      peerings.put(pcx, new VpcPeering(pcx, "vpc-" + (n - 1), id, true));
    }
    for (int g = 0; g < GROUPS; g++) {
      String group = "sg-" + n + "-" + g;
      groups.put(
          group,
          new SecurityGroup(
              group, id, group, rules(n), List.of(everything("0.0.0.0/0"), everything("::/0"))));
    }
    for (int a = 0; a < ACLS; a++) {
      String acl = "acl-" + n + "-" + a;
      acls.put(acl, new NetworkAcl(acl, id, a == 0, of(n, a), entries(), entries()));
    }
    tables.put("rtb-" + n, table(n));
    for (int s = 0; s < SUBNETS; s++) {
      String subnet = "subnet-" + n + "-" + s;
      subnets.put(subnet, new NetworkSubnet(subnet, id, "az-" + s % 2, "111122223333"));
      for (int e = 0; e < INTERFACES_OF_VPC / SUBNETS; e++) {
        instance(n, s, e);
      }
    }
  }

  private static List<String> of(int vpc, int acl) {
    List<String> subnets = new ArrayList<>();
    for (int s = acl; acl > 0 && s < SUBNETS; s += ACLS) {
      subnets.add("subnet-" + vpc + "-" + s);
    }
    return subnets;
  }

  private static SecurityGroup.Rule everything(String block) {
    return new SecurityGroup.Rule(
        "all " + block, new SecurityGroup.Peer.Block(Cidr.parse(block)), Services.ALL);
  }

  private List<SecurityGroup.Rule> rules(int vpc) {
    List<SecurityGroup.Rule> rules = new ArrayList<>();
    for (int rule = 0; rule < RULES; rule++) {
      int port = new int[] {22, 80, 443, 3306, 5432, 8080, 9200}[random.nextInt(7)];
      SecurityGroup.Peer peer =
          switch (random.nextInt(8)) {
            case 0 -> new SecurityGroup.Peer.Block(Cidr.parse("0.0.0.0/0"));
            case 1 -> new SecurityGroup.Peer.Block(Cidr.parse("::/0"));
            case 2 -> new SecurityGroup.Peer.Prefixes("pl-" + random.nextInt(10));
            case 3 ->
                new SecurityGroup.Peer.Block(Cidr.parse(block(random.nextInt(count)) + ".0.0/16"));
            case 4 ->
                new SecurityGroup.Peer.Block(
                    Cidr.parse(random.nextInt(1, 223) + "." + random.nextInt(256) + ".7.0/24"));
            default -> new SecurityGroup.Peer.Members("sg-" + vpc + "-" + random.nextInt(GROUPS));
          };
      Services services = Services.of(Protocol.TCP, PortSet.range(port, port + random.nextInt(3)));
      rules.add(new SecurityGroup.Rule("rule " + rule, peer, services));
    }
    return rules;
  }

  private List<NetworkAcl.Entry> entries() {
    List<NetworkAcl.Entry> entries = new ArrayList<>();
    for (int number = 1; number < 4; number++) {
      Cidr block = Cidr.parse(random.nextInt(1, 223) + "." + random.nextInt(256) + ".0.0/16");
      entries.add(new NetworkAcl.Entry(number * 10, NetworkAcl.Action.DENY, block, Services.ALL));
    }
    for (Cidr all : List.of(Cidr.ALL_IPV4, Cidr.ALL_IPV6)) {
      entries.add(new NetworkAcl.Entry(100, NetworkAcl.Action.ALLOW, all, Services.ALL));
    }
    return entries;
  }

  private RouteTable table(int n) {
    List<RouteTable.Route> routes = new ArrayList<>();
    routes.add(NetworkBalancers.route(block(n) + ".0.0/16", RouteTable.Kind.LOCAL, "local"));
    for (String all : List.of("0.0.0.0/0", "::/0")) {
      routes.add(NetworkBalancers.route(all, RouteTable.Kind.INTERNET_GATEWAY, "igw-" + n));
    }
    routes.add(NetworkBalancers.route("10.0.0.0/8", RouteTable.Kind.TRANSIT_GATEWAY, "tgw-core"));
    if (n > 0) {
      routes.add(
          NetworkBalancers.route(block(n - 1) + ".0.0/16", RouteTable.Kind.PEERING, "pcx-" + n));
    }
    if (n + 1 < count) {
      routes.add(
          NetworkBalancers.route(
              block(n + 1) + ".0.0/16", RouteTable.Kind.PEERING, "pcx-" + (n + 1)));
    }
    return new RouteTable("rtb-" + n, "vpc-" + n, true, List.of(), List.of(), routes);
  }

  private void instance(int n, int s, int e) {
    String name = n + "-" + s + "-" + e;
    instances.put(
        "i-" + name,
        new NetworkInstance("i-" + name, NetworkInstance.State.RUNNING, Optional.empty()));
    Optional<Address> shown =
        random.nextInt(2) == 0 ? Optional.of(Address.parse("54.1.1.1")) : Optional.empty();
    List<NetworkInterface.Assigned> addresses =
        List.of(
            new NetworkInterface.Assigned(
                Address.parse(block(n) + "." + s + "." + (10 + e)), shown),
            new NetworkInterface.Assigned(
                Address.parse("2600:" + Integer.toHexString(n + 1) + "::" + s + ":" + (10 + e)),
                Optional.empty()));
    List<String> in =
        List.of(
            "sg-" + n + "-" + random.nextInt(GROUPS / 2),
            "sg-" + n + "-" + (GROUPS / 2 + random.nextInt(GROUPS / 2)));
    interfaces.put(
        "eni-" + name,
        new NetworkInterface(
            "eni-" + name,
            "subnet-" + n + "-" + s,
            "vpc-" + n,
            "111122223333",
            Optional.of("i-" + name),
            true,
            addresses,
            in));
  }
}
