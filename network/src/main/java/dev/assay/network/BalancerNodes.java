package dev.assay.network;

import dev.assay.network.packet.PortSet;
import dev.assay.network.packet.Protocol;
import dev.assay.network.packet.Services;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.LoadBalancer;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/// Which interfaces are nodes of load balancers, and what that means for packets to them.
final class BalancerNodes {
  static final String KIND = "AWS::ElasticLoadBalancingV2::LoadBalancer";

  private final Map<String, LoadBalancer> ofNode = new HashMap<>();
  private final IdentityHashMap<LoadBalancer, Hop> listeners = new IdentityHashMap<>();

  BalancerNodes(NetworkSnapshot snapshot) {
    for (LoadBalancer each : snapshot.balancers().all()) {
      each.nodes().forEach(node -> ofNode.put(node, each));
    }
  }

  Optional<LoadBalancer> balancer(NetworkInterface node) {
    return Optional.ofNullable(ofNode.get(node.id()));
  }

  /// A Network Load Balancer's node without groups lets everything pass; any other interface
  /// without them lets nothing pass.
  boolean isUnguarded(NetworkInterface of) {
    return of.groups().isEmpty()
        && balancer(of).filter(each -> each.kind() == LoadBalancer.Kind.NETWORK).isPresent();
  }

  /// An internal balancer takes nothing from an internet gateway, whatever its addresses are.
  boolean isInternal(NetworkInterface node) {
    return balancer(node).filter(each -> !each.internetFacing()).isPresent();
  }

  /// Only what there is a listener for is taken.
  Hop listeners(LoadBalancer balancer) {
    return listeners.computeIfAbsent(balancer, BalancerNodes::heard);
  }

  private static Hop heard(LoadBalancer balancer) {
    if (!balancer.active()) {
      return Hop.stop(
          balancer.id(), KIND, ExplanationCode.BAD_STATE, "the load balancer is not active");
    }
    Services heard = Services.NONE;
    for (LoadBalancer.Listener listener : balancer.listeners()) {
      for (Protocol protocol : listener.protocols()) {
        PortSet port = PortSet.range(listener.port(), listener.port());
        heard = heard.or(Services.of(protocol, port));
      }
    }
    Services all = heard;
    return Hop.filter(
        balancer.id(),
        KIND,
        TrafficSet.ALL.map(any -> all),
        ExplanationCode.ELBV2_LISTENER_PORT_RESTRICTION,
        "the load balancer's listeners");
  }
}
