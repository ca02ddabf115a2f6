package dev.assay.network;

import dev.assay.network.packet.Address;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.LoadBalancer;
import dev.assay.network.snapshot.LoadBalancer.Listener;
import dev.assay.network.snapshot.LoadBalancer.Rule;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import dev.assay.network.snapshot.TargetGroup;
import dev.assay.network.snapshot.TargetGroup.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the load balancers send where: each node, listener, rule and target, found by the
/// interface that the target is.
final class BalancerServices {
  private final NetworkSnapshot snapshot;
  private final Map<String, List<NetworkInterface>> ofInstance = new HashMap<>();
  private final Map<Address, List<NetworkInterface>> ofAddress = new HashMap<>();
  private final Map<String, List<Service>> ofEnd = new HashMap<>();

  /// One way from a node to a target.
  ///
  /// @param clients those whose requests the rule gets
  /// @param address the target's
  record Service(
      LoadBalancer balancer,
      NetworkInterface node,
      Listener listener,
      Rule rule,
      TrafficSet clients,
      TargetGroup group,
      Target target,
      NetworkInterface end,
      Address address) {}

  BalancerServices(NetworkSnapshot snapshot) {
    this.snapshot = snapshot;
    for (NetworkInterface each : snapshot.interfaces().values()) {
      each.instanceId()
          .ifPresent(id -> ofInstance.computeIfAbsent(id, key -> new ArrayList<>()).add(each));
      each.addresses()
          .forEach(
              own -> ofAddress.computeIfAbsent(own.address(), key -> new ArrayList<>()).add(each));
    }
    for (LoadBalancer balancer : snapshot.balancers().all()) {
      if (balancer.kind() != LoadBalancer.Kind.GATEWAY) {
        add(balancer);
      }
    }
  }

  List<Service> to(NetworkInterface end) {
    return ofEnd.getOrDefault(end.id(), List.of());
  }

  String zone(NetworkInterface of) {
    var subnet = snapshot.subnets().get(of.subnetId());
    return subnet == null ? "" : subnet.zone();
  }

  private void add(LoadBalancer balancer) {
    for (String id : balancer.nodes()) {
      NetworkInterface node = snapshot.interfaces().get(id);
      if (node != null) {
        balancer.listeners().forEach(listener -> add(balancer, node, listener));
      }
    }
  }

  /// The first rule that matches a request has it; only a rule that every request matches leaves
  /// none to the later ones.
  private void add(LoadBalancer balancer, NetworkInterface node, Listener listener) {
    TrafficSet left = TrafficSet.ALL;
    for (Rule rule : listener.rules()) {
      TrafficSet matching =
          rule.clients().isEmpty() ? TrafficSet.ALL : TrafficSet.of(rule.clients());
      TrafficSet clients = left.and(matching);
      for (String id : rule.targetGroups()) {
        TargetGroup group = snapshot.balancers().targetGroups().get(id);
        if (group != null) {
          for (Target target : group.targets()) {
            end(node, target)
                .ifPresent(
                    found ->
                        ofEnd
                            .computeIfAbsent(found.of().id(), key -> new ArrayList<>())
                            .add(
                                new Service(
                                    balancer,
                                    node,
                                    listener,
                                    rule,
                                    clients,
                                    group,
                                    target,
                                    found.of(),
                                    found.address())));
          }
        }
      }
      left = rule.everyRequest() ? left.minus(matching) : left;
    }
  }

  private record End(NetworkInterface of, Address address) {}

  /// An instance is spoken to at the first address of its first interface.
  private Optional<End> end(NetworkInterface node, Target target) {
    if (snapshot.instances().containsKey(target.id()) || ofInstance.containsKey(target.id())) {
      return ofInstance.getOrDefault(target.id(), List.of()).stream()
          .filter(NetworkInterface::primary)
          .filter(each -> !each.addresses().isEmpty())
          .map(each -> new End(each, each.addresses().getFirst().address()))
          .findFirst();
    }
    return Address.parseLenient(target.id()).flatMap(address -> owner(node, address));
  }

  /// Where several VPCs have the address, the node's own is meant.
  private Optional<End> owner(NetworkInterface node, Address address) {
    List<NetworkInterface> owners = ofAddress.getOrDefault(address, List.of());
    return owners.stream()
        .filter(each -> owners.size() == 1 || each.vpcId().equals(node.vpcId()))
        .map(each -> new End(each, address))
        .findFirst();
  }
}
