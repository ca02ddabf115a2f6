package dev.assay.network;

import dev.assay.network.BalancerServices.Service;
import dev.assay.network.Filters.Direction;
import dev.assay.network.packet.Address;
import dev.assay.network.packet.Services;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.NetworkInterface;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// The second half of a way through a Network Load Balancer that keeps the client's address: the
/// target's filters see the client, and its groups may name the balancer's. Replies go back through
/// the balancer, wherever the target's routes lead.
final class KeptClientPaths {
  private final Filters filters;
  private final SubnetEdge edge;
  private final InterfaceHops interfaceHops;
  private final Courses courses;

  KeptClientPaths(Filters filters, SubnetEdge edge, InterfaceHops interfaceHops, Courses courses) {
    this.filters = filters;
    this.edge = edge;
    this.interfaceHops = interfaceHops;
    this.courses = courses;
  }

  Trail trail(Service service, Candidate client, Address nodeAddress) {
    NetworkInterface node = service.node();
    NetworkInterface end = service.end();
    if (!node.vpcId().equals(end.vpcId())) {
      return Trail.of(
          List.of(
              Hop.unknown(
                  service.group().id(),
                  "AWS::ElasticLoadBalancingV2::TargetGroup",
                  ExplanationCode.ELBV2_SOURCE_ADDRESS_PRESERVATION,
                  "a client's address kept for a target in another VPC is not modelled")));
    }
    List<Hop> hops = new ArrayList<>();
    hops.add(leavingNode(service));
    boolean sameSubnet = node.subnetId().equals(end.subnetId());
    UnaryOperator<TrafficSet> atTarget =
        filter -> BalancerPaths.whoever(filter.at(service.address()));
    if (!sameSubnet) {
      hops.add(edge.requests(edgeOf(node, Direction.OUTBOUND), atTarget));
      hops.add(edge.requests(edgeOf(end, Direction.INBOUND), filter -> filter));
    }
    hops.add(arriving(service));
    hops.addAll(interfaceHops.end(end).hops());
    hops.addAll(replies(service, client, nodeAddress, atTarget));
    return Trail.of(hops);
  }

  private static Course.Step.Edge edgeOf(NetworkInterface at, Direction direction) {
    return Course.edge(at.subnetId(), at.vpcId(), direction);
  }

  private Hop leavingNode(Service service) {
    NetworkInterface node = service.node();
    CompiledGroups compiled = filters.groups(node.groups(), Direction.OUTBOUND);
    Services allowed =
        interfaceHops.isUnguarded(node)
            ? Services.ALL
            : compiled.with(service.address(), service.end().groups());
    return interfaceHops.groups(
        node.groups(),
        compiled,
        Direction.OUTBOUND,
        BalancerPaths.whoever(allowed),
        BalancerPaths.whoever(compiled.unsure().at(service.address())));
  }

  private Hop arriving(Service service) {
    CompiledGroups compiled = filters.groups(service.end().groups(), Direction.INBOUND);
    Services named = Services.NONE;
    for (String group : service.node().groups()) {
      named = named.or(compiled.byMember().getOrDefault(group, Services.NONE));
    }
    return interfaceHops.groups(
        service.end().groups(),
        compiled,
        Direction.INBOUND,
        compiled.byAddress().or(BalancerPaths.whoever(named)),
        compiled.unsure());
  }

  /// One client port has to do for the target's edge, the balancer's, and the client's own.
  private List<Hop> replies(
      Service service, Candidate client, Address nodeAddress, UnaryOperator<TrafficSet> atTarget) {
    NetworkInterface node = service.node();
    NetworkInterface end = service.end();
    List<Hop> hops = new ArrayList<>();
    SubnetEdge.Replying replying = edge.replying();
    if (!node.subnetId().equals(end.subnetId())) {
      hops.add(replying.over(edgeOf(end, Direction.OUTBOUND), filter -> filter));
      hops.add(replying.over(edgeOf(node, Direction.INBOUND), atTarget));
    }
    UnaryOperator<TrafficSet> fromNode = filter -> BalancerPaths.whoever(filter.at(nodeAddress));
    for (Course.Step.Edge over : courses.backTo(client, node)) {
      hops.add(
          replying.over(
              over, over.direction() == Direction.OUTBOUND ? filter -> filter : fromNode));
    }
    return hops;
  }
}
