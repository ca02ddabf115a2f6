package dev.assay.assessment.reachability;

import dev.assay.assessment.tenant.Tenant;
import dev.assay.network.snapshot.LoadBalancer;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which resource each interface belongs to: the instance it is attached to, or the load balancer
/// that it is a node of.
final class Owners {
  private final Tenant tenant;
  private final Map<String, LoadBalancer> ofNode = new HashMap<>();
  private final Map<String, LoadBalancer> balancers = new HashMap<>();
  private final Map<String, List<NetworkInterface>> interfaces = new HashMap<>();

  Owners(Tenant tenant, NetworkSnapshot snapshot) {
    this.tenant = tenant;
    for (LoadBalancer balancer : snapshot.balancers().all()) {
      balancers.put(idOf(balancer), balancer);
      balancer.nodes().forEach(node -> ofNode.put(node, balancer));
    }
    for (NetworkInterface each : snapshot.interfaces().values()) {
      of(each).ifPresent(id -> interfaces.computeIfAbsent(id, key -> new ArrayList<>()).add(each));
    }
  }

  /// The id of the resource that an interface belongs to.
  Optional<String> of(NetworkInterface each) {
    return each.instanceId().or(() -> Optional.ofNullable(ofNode.get(each.id())).map(this::idOf));
  }

  List<NetworkInterface> interfaces(String resource) {
    return interfaces.getOrDefault(resource, List.of());
  }

  Optional<LoadBalancer> balancer(String resource) {
    return Optional.ofNullable(balancers.get(resource));
  }

  /// Its ARN; that of a classic one is made of its name.
  String idOf(LoadBalancer balancer) {
    return balancer.kind() == LoadBalancer.Kind.CLASSIC
        ? tenant.arn("elasticloadbalancing", "loadbalancer/" + balancer.id())
        : balancer.id();
  }
}
