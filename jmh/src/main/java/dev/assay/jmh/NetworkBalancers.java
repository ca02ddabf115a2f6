package dev.assay.jmh;

import dev.assay.network.packet.Address;
import dev.assay.network.packet.Cidr;
import dev.assay.network.packet.Protocol;
import dev.assay.network.snapshot.Balancers;
import dev.assay.network.snapshot.LoadBalancer;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.RouteTable;
import dev.assay.network.snapshot.TargetGroup;
import dev.assay.network.snapshot.Transit;
import dev.assay.network.snapshot.TransitAttachment;
import dev.assay.network.snapshot.TransitGateway;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/// The load balancers and the transit gateway of a generated account.
final class NetworkBalancers {
  private static final int OF_VPC = 4;
  private static final int TARGETS = 5;

  private final Random random;
  private final Map<String, NetworkInterface> interfaces;

  NetworkBalancers(Random random, Map<String, NetworkInterface> interfaces) {
    this.random = random;
    this.interfaces = interfaces;
  }

  Balancers of(int vpcs) {
    List<LoadBalancer> all = new ArrayList<>();
    Map<String, TargetGroup> groups = new TreeMap<>();
    for (int vpc = 0; vpc < vpcs; vpc++) {
      for (int n = 0; n < OF_VPC; n++) {
        all.add(balancer(vpc, n, groups));
      }
    }
    return new Balancers(all, groups, true);
  }

  private LoadBalancer balancer(int vpc, int n, Map<String, TargetGroup> groups) {
    String name = vpc + "-" + n;
    LoadBalancer.Kind kind = n % 2 == 0 ? LoadBalancer.Kind.APPLICATION : LoadBalancer.Kind.NETWORK;
    List<String> nodes = new ArrayList<>();
    String group = "sg-" + vpc + "-" + n;
    for (int zone = 0; zone < 2; zone++) {
      String id = "eni-lb-" + name + "-" + zone;
      nodes.add(id);
      Address own = Address.parse(NetworkAccount.block(vpc) + "." + zone + "." + (200 + n));
      interfaces.put(
          id,
          new NetworkInterface(
              id,
              "subnet-" + vpc + "-" + zone,
              "vpc-" + vpc,
              "111122223333",
              Optional.empty(),
              true,
              List.of(new NetworkInterface.Assigned(own, Optional.of(Address.parse("54.2.2.2")))),
              List.of(group)));
    }
    List<TargetGroup.Target> targets = new ArrayList<>();
    for (int target = 0; target < TARGETS; target++) {
      String instance = "i-" + vpc + "-" + random.nextInt(10) + "-" + random.nextInt(20);
      targets.add(new TargetGroup.Target(instance, 8080, TargetGroup.Health.HEALTHY));
    }
    boolean keeps = kind == LoadBalancer.Kind.NETWORK;
    groups.put(
        "tg-" + name,
        new TargetGroup("tg-" + name, List.of(Protocol.TCP), keeps, Optional.empty(), targets));
    LoadBalancer.Rule rule =
        new LoadBalancer.Rule("rule-" + name, List.of(), true, List.of("tg-" + name));
    return new LoadBalancer(
        "lb-" + name,
        kind,
        true,
        n < 3,
        nodes,
        List.of(group),
        Optional.of(true),
        List.of(new LoadBalancer.Listener(List.of(Protocol.TCP), 443, List.of(rule))));
  }

  static Transit transit(int vpcs) {
    List<TransitAttachment> attachments = new ArrayList<>();
    List<RouteTable.Route> routes = new ArrayList<>();
    for (int vpc = 0; vpc < vpcs; vpc++) {
      attachments.add(
          new TransitAttachment(
              "att-" + vpc,
              "tgw-core",
              TransitAttachment.Kind.VPC,
              "vpc-" + vpc,
              true,
              Optional.of("tgw-rtb"),
              List.of("subnet-" + vpc + "-0", "subnet-" + vpc + "-1"),
              false,
              false));
      routes.add(
          route(NetworkAccount.block(vpc) + ".0.0/16", RouteTable.Kind.ATTACHMENT, "att-" + vpc));
    }
    RouteTable table = new RouteTable("tgw-rtb", "tgw-core", false, List.of(), List.of(), routes);
    return new Transit(
        Map.of("tgw-core", new TransitGateway("tgw-core", false)),
        attachments,
        Map.of("tgw-rtb", table));
  }

  static RouteTable.Route route(String block, RouteTable.Kind kind, String id) {
    return new RouteTable.Route(
        new RouteTable.Destination.Block(Cidr.parse(block)),
        new RouteTable.Target(kind, id),
        false,
        RouteTable.State.ACTIVE);
  }
}
