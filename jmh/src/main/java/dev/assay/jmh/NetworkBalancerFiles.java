package dev.assay.jmh;

import dev.assay.network.snapshot.LoadBalancer;
import dev.assay.network.snapshot.NetworkSnapshot;
import dev.assay.network.snapshot.RouteTable;
import dev.assay.network.snapshot.TargetGroup;
import dev.assay.network.snapshot.TransitAttachment;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The files of a generated account's load balancers and transit gateway.
record NetworkBalancerFiles(NetworkSnapshot account, BiConsumer<String, Stream<ObjectNode>> file) {
  private static final String ARN = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:";

  /// As ARNs and the descriptions of interfaces have it.
  static String name(String balancer) {
    int last = balancer.charAt(balancer.length() - 1) - '0';
    return (last % 2 == 0 ? "app/" : "net/") + balancer + "/" + balancer;
  }

  private static String arn(LoadBalancer of) {
    return ARN + "loadbalancer/" + name(of.id());
  }

  private static String group(String id) {
    return ARN + "targetgroup/" + id + "/" + id;
  }

  void write() {
    balancers();
    transit();
  }

  private void balancers() {
    file.accept("LoadBalancers", account.balancers().all().stream().map(this::balancer));
    file.accept("LoadBalancerAttributes", account.balancers().all().stream().map(this::attributes));
    file.accept("Listeners", account.balancers().all().stream().map(this::listener));
    file.accept("Rules", Stream.of());
    file.accept(
        "TargetGroups",
        account.balancers().targetGroups().values().stream()
            .map(
                each ->
                    NetworkFiles.object()
                        .put("TargetGroupArn", group(each.id()))
                        .put("TargetType", "instance")
                        .put("Protocol", each.keepsClient() ? "TCP" : "HTTP")
                        .put("Port", 8080)));
    file.accept(
        "LoadBalancerTargetHealth",
        account.balancers().targetGroups().values().stream().map(this::health));
  }

  private ObjectNode balancer(LoadBalancer each) {
    ObjectNode node = NetworkFiles.object().put("LoadBalancerArn", arn(each));
    node.put("Type", each.kind() == LoadBalancer.Kind.NETWORK ? "network" : "application");
    node.put("Scheme", each.internetFacing() ? "internet-facing" : "internal");
    node.putObject("State").put("Code", "active");
    ArrayNode groups = node.putArray("SecurityGroups");
    each.groups().forEach(groups::add);
    return node;
  }

  private ObjectNode attributes(LoadBalancer each) {
    ObjectNode node = NetworkFiles.object().put("LoadBalancerArn", arn(each));
    node.putArray("Attributes")
        .addObject()
        .put("Key", "load_balancing.cross_zone.enabled")
        .put("Value", "true");
    return node;
  }

  private ObjectNode listener(LoadBalancer each) {
    String target = each.listeners().getFirst().rules().getFirst().targetGroups().getFirst();
    ObjectNode node =
        NetworkFiles.object()
            .put("ListenerArn", ARN + "listener/" + name(each.id()) + "/1")
            .put("LoadBalancerArn", arn(each))
            .put("Port", each.listeners().getFirst().port())
            .put("Protocol", each.kind() == LoadBalancer.Kind.NETWORK ? "TCP" : "HTTPS");
    node.putArray("DefaultActions")
        .addObject()
        .put("Type", "forward")
        .put("TargetGroupArn", group(target));
    return node;
  }

  private ObjectNode health(TargetGroup each) {
    ObjectNode node = NetworkFiles.object().put("TargetGroupArn", group(each.id()));
    ArrayNode all = node.putArray("TargetHealthDescriptions");
    for (TargetGroup.Target target : each.targets()) {
      ObjectNode one = all.addObject();
      one.putObject("Target").put("Id", target.id()).put("Port", target.port());
      one.putObject("TargetHealth").put("State", "healthy");
    }
    return node;
  }

  private void transit() {
    file.accept(
        "TransitGateways", Stream.of(NetworkFiles.object().put("TransitGatewayId", "tgw-core")));
    file.accept(
        "TransitGatewayAttachments",
        account.transit().attachments().stream()
            .map(
                each -> {
                  ObjectNode node = attachment(each).put("ResourceType", "vpc");
                  node.put("ResourceId", each.resourceId());
                  node.putObject("Association").put("TransitGatewayRouteTableId", "tgw-rtb");
                  return node;
                }));
    file.accept(
        "TransitGatewayVpcAttachments",
        account.transit().attachments().stream()
            .map(
                each -> {
                  ObjectNode node = attachment(each).put("VpcId", each.resourceId());
                  ArrayNode subnets = node.putArray("SubnetIds");
                  each.subnetIds().forEach(subnets::add);
                  return node;
                }));
    file.accept(
        "TransitGatewayRouteTables",
        Stream.of(
            NetworkFiles.object()
                .put("TransitGatewayRouteTableId", "tgw-rtb")
                .put("TransitGatewayId", "tgw-core")));
    file.accept("TransitGatewayStaticRoutes", Stream.of(routes()));
  }

  private static ObjectNode attachment(TransitAttachment each) {
    return NetworkFiles.object()
        .put("TransitGatewayAttachmentId", each.id())
        .put("TransitGatewayId", each.gatewayId())
        .put("State", "available");
  }

  private ObjectNode routes() {
    ObjectNode node = NetworkFiles.object().put("TransitGatewayRouteTableId", "tgw-rtb");
    ArrayNode routes = node.putArray("Routes");
    for (RouteTable table : account.transit().tables().values()) {
      for (RouteTable.Route each : table.routes()) {
        ObjectNode route = routes.addObject().put("Type", "static").put("State", "active");
        RouteTable.Destination.Block block = (RouteTable.Destination.Block) each.destination();
        route.put("DestinationCidrBlock", block.cidr().toString());
        route
            .putArray("TransitGatewayAttachments")
            .addObject()
            .put("TransitGatewayAttachmentId", each.target().id());
      }
    }
    return node;
  }
}
