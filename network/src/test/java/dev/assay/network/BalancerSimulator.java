package dev.assay.network;

import dev.assay.network.packet.Address;
import dev.assay.network.packet.Protocol;
import dev.assay.network.snapshot.LoadBalancer;
import dev.assay.network.snapshot.LoadBalancer.Listener;
import dev.assay.network.snapshot.LoadBalancer.Rule;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import dev.assay.network.snapshot.TargetGroup;
import dev.assay.network.snapshot.TargetGroup.Health;
import dev.assay.network.snapshot.TargetGroup.Target;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One request at a time through load balancers.
final class BalancerSimulator {
  private final NetworkSnapshot net;
  private final Fault fault;
  private final Simulator simulator;

  BalancerSimulator(NetworkSnapshot net, Fault fault, Simulator simulator) {
    this.net = net;
    this.fault = fault;
    this.simulator = simulator;
  }

  /// How a client's packet gets to a node.
  interface Client {
    boolean reaches(NetworkInterface node, NetworkInterface.Assigned at, Packet packet);
  }

  private @Nullable LoadBalancer balancer(NetworkInterface node) {
    return net.balancers().all().stream()
        .filter(each -> each.nodes().contains(node.id()))
        .findFirst()
        .orElse(null);
  }

  boolean isUnguarded(NetworkInterface node) {
    LoadBalancer balancer = balancer(node);
    if (balancer == null) {
      return false;
    }
    return fault == Fault.BALANCER_OWN_GROUPS_IGNORED
        || (node.groups().isEmpty()
            && balancer.kind() == LoadBalancer.Kind.NETWORK
            && fault != Fault.BALANCER_NODE_NEEDS_GROUPS);
  }

  boolean isInternal(NetworkInterface node) {
    LoadBalancer balancer = balancer(node);
    return balancer != null && !balancer.internetFacing();
  }

  boolean hears(NetworkInterface node, Packet packet) {
    LoadBalancer balancer = balancer(node);
    if (balancer == null || fault == Fault.BALANCER_HEARS_EVERYTHING) {
      return true;
    }
    return balancer.active()
        && balancer.listeners().stream()
            .anyMatch(
                each ->
                    each.port() == packet.port()
                        && each.protocols().contains(new Protocol(packet.protocol())));
  }

  /// @param sender the client's interface, where it has one in the snapshot
  /// @param wanted a packet of the client as the target is to get it
  boolean reaches(
      Client client, @Nullable NetworkInterface sender, NetworkInterface to, Packet wanted) {
    for (LoadBalancer balancer : net.balancers().all()) {
      for (String id : balancer.nodes()) {
        NetworkInterface node = Objects.requireNonNull(net.interfaces().get(id));
        for (Listener listener : balancer.listeners()) {
          if (sends(new Node(balancer, node, listener), client, sender, to, wanted)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private record Node(LoadBalancer balancer, NetworkInterface of, Listener listener) {}

  private boolean sends(
      Node node,
      Client client,
      @Nullable NetworkInterface sender,
      NetworkInterface to,
      Packet wanted) {
    for (Rule rule : node.listener().rules()) {
      boolean takes =
          rule.clients().isEmpty()
              || fault == Fault.BALANCER_RULE_IGNORES_CLIENT
              || rule.clients().stream()
                  .anyMatch(block -> Simulator.within(block, wanted.source()));
      if (takes) {
        for (String group : rule.targetGroups()) {
          TargetGroup found = Objects.requireNonNull(net.balancers().targetGroups().get(group));
          if (sends(node, found, client, sender, to, wanted)) {
            return true;
          }
        }
        if (rule.everyRequest() && fault != Fault.BALANCER_RULES_UNORDERED) {
          return false;
        }
      }
    }
    return false;
  }

  private boolean sends(
      Node node,
      TargetGroup group,
      Client client,
      @Nullable NetworkInterface sender,
      NetworkInterface to,
      Packet wanted) {
    Protocol protocol = new Protocol(wanted.protocol());
    if (!node.listener().protocols().contains(protocol) || !group.protocols().contains(protocol)) {
      return false;
    }
    for (Target target : group.targets()) {
      int port = fault == Fault.BALANCER_KEEPS_PORT ? node.listener().port() : target.port();
      if (port == wanted.port()
          && is(target, to, wanted.destination())
          && serves(node.balancer(), group, target)
          && crosses(node, group, to)) {
        for (NetworkInterface.Assigned at : node.of().addresses()) {
          Packet first =
              new Packet(
                  wanted.source(),
                  at.address(),
                  wanted.protocol(),
                  node.listener().port(),
                  wanted.clientPort());
          if (at.address().family() == wanted.source().family()
              && client.reaches(node.of(), at, first)
              && hands(node, group, at.address(), sender, to, wanted)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean is(Target target, NetworkInterface to, Address address) {
    boolean instance =
        to.instanceId().filter(target.id()::equals).isPresent()
            && to.primary()
            && to.addresses().getFirst().address().equals(address);
    return instance || target.id().equals(address.toString());
  }

  private boolean serves(LoadBalancer balancer, TargetGroup group, Target target) {
    return switch (target.health()) {
      case HEALTHY -> true;
      case UNUSED -> fault == Fault.BALANCER_USES_UNUSED;
      case UNKNOWN -> false;
      case UNHEALTHY -> {
        boolean better = group.targets().stream().anyMatch(it -> it.health() == Health.HEALTHY);
        boolean opens =
            balancer.kind() != LoadBalancer.Kind.CLASSIC
                || fault == Fault.BALANCER_CLASSIC_FAILS_OPEN;
        yield fault == Fault.BALANCER_USES_UNHEALTHY
            || (!better && opens && fault != Fault.BALANCER_NEVER_FAILS_OPEN);
      }
    };
  }

  private boolean crosses(Node node, TargetGroup group, NetworkInterface to) {
    Optional<Boolean> own = group.crossZone();
    boolean crosses = own.isPresent() ? own.get() : node.balancer().crossZone().orElseThrow();
    return crosses
        || fault == Fault.BALANCER_ALWAYS_CROSSES_ZONES
        || zone(node.of()).equals(zone(to));
  }

  private String zone(NetworkInterface of) {
    return Objects.requireNonNull(net.subnets().get(of.subnetId())).zone();
  }

  private boolean hands(
      Node node,
      TargetGroup group,
      Address arrived,
      @Nullable NetworkInterface sender,
      NetworkInterface to,
      Packet wanted) {
    boolean keeps =
        node.balancer().kind() == LoadBalancer.Kind.NETWORK
            && (group.keepsClient() || fault == Fault.BALANCER_ALWAYS_KEEPS_CLIENT)
            && fault != Fault.BALANCER_NEVER_KEEPS_CLIENT
            && wanted.source().family() == wanted.destination().family();
    return keeps
        ? handsClient(node.of(), sender, to, wanted)
        : handsOwn(node.of(), arrived, to, wanted);
  }

  private boolean handsOwn(
      NetworkInterface node, Address arrived, NetworkInterface to, Packet wanted) {
    Address own =
        arrived.family() == wanted.destination().family()
            ? arrived
            : node.addresses().stream()
                .map(NetworkInterface.Assigned::address)
                .filter(each -> each.family() == wanted.destination().family())
                .findFirst()
                .orElseThrow();
    for (int port : Comparison.CLIENTS) {
      if (simulator.between(
          node,
          to,
          new Packet(own, wanted.destination(), wanted.protocol(), wanted.port(), port))) {
        return true;
      }
    }
    return false;
  }

  private boolean handsClient(
      NetworkInterface node,
      @Nullable NetworkInterface sender,
      NetworkInterface to,
      Packet wanted) {
    NetworkInterface named =
        fault == Fault.BALANCER_KEEPS_CLIENTS_GROUPS && sender != null ? sender : node;
    Packet reply = wanted.reply();
    if (!node.vpcId().equals(to.vpcId())
        || !simulator.groupsPass(node, to, wanted.destination(), wanted, false)
        || !simulator.groupsPass(to, named, wanted.source(), wanted, true)
        || !simulator.answers(to, wanted)) {
      return false;
    }
    if (node.subnetId().equals(to.subnetId())) {
      return true;
    }
    return simulator.aclPasses(node, true, wanted.destination(), wanted)
        && simulator.aclPasses(to, false, wanted.source(), wanted)
        && (simulator.noReply(wanted)
            || (simulator.aclPasses(to, true, wanted.source(), reply)
                && simulator.aclPasses(node, false, wanted.destination(), reply)));
  }
}
