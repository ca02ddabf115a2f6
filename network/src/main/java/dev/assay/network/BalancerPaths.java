package dev.assay.network;

import dev.assay.network.BalancerServices.Service;
import dev.assay.network.packet.Address;
import dev.assay.network.packet.PortSet;
import dev.assay.network.packet.Protocol;
import dev.assay.network.packet.Services;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.LoadBalancer;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.TargetGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// The ways through load balancers: a client's way to a node, the listener and rule, the target
/// group, and the node's own way to the target. Sets are over the client's address and the
/// *target's* port, so what reaches the listener's port is carried over to that.
final class BalancerPaths {
  private static final String GROUP = "AWS::ElasticLoadBalancingV2::TargetGroup";

  private final BalancerServices services;
  private final InterfacePaths interfaces;
  private final KeptClientPaths kept;
  private final Map<Own, Trail> own = new HashMap<>();

  /// A node's own way to a target.
  private record Own(String node, Address from, String end, Address to) {}

  BalancerPaths(BalancerServices services, InterfacePaths interfaces, KeptClientPaths kept) {
    this.services = services;
    this.interfaces = interfaces;
    this.kept = kept;
  }

  /// @param clients the ways of clients to a node
  List<Candidate> to(NetworkInterface end, Function<NetworkInterface, List<Candidate>> clients) {
    List<Candidate> candidates = new ArrayList<>();
    for (Service service : services.to(end)) {
      for (Candidate client : clients.apply(service.node())) {
        behind(service, client.address())
            .ifPresent(
                address ->
                    candidates.add(
                        new Candidate(
                            client.source(),
                            client.route(),
                            end,
                            service.address(),
                            Optional.of(
                                new Candidate.Node(
                                    service.node(),
                                    heard(service),
                                    carried(service, Services.ALL),
                                    keepsClient(service, client))),
                            trail(service, client, address))));
      }
    }
    return candidates;
  }

  /// The address that the node itself speaks to the target from.
  private static Optional<Address> behind(Service service, Address arrived) {
    Address.Family family = service.address().family();
    if (arrived.family() == family) {
      return Optional.of(arrived);
    }
    return service.node().addresses().stream()
        .map(NetworkInterface.Assigned::address)
        .filter(address -> address.family() == family)
        .findFirst();
  }

  private Trail trail(Service service, Candidate client, Address nodeAddress) {
    Trail front =
        changed(
                client.trail(),
                set -> set.map(spoken -> carried(service, spoken)),
                UnaryOperator.identity())
            .then(rule(service))
            .then(group(service));
    if (front.mayPass().isEmpty()) {
      return front;
    }
    if (keepsClient(service, client)) {
      return front.then(kept.trail(service, client, nodeAddress));
    }
    Trail back =
        own.computeIfAbsent(
            new Own(service.node().id(), nodeAddress, service.end().id(), service.address()),
            key -> interfaces.trail(service.node(), nodeAddress, service.end(), service.address()));
    return front.then(
        changed(
            back,
            set -> whoever(spokenToTarget(service, set.at(nodeAddress))),
            ofTheNode -> TrafficSet.ALL));
  }

  private static boolean keepsClient(Service service, Candidate client) {
    return service.group().keepsClient()
        && service.balancer().kind() == LoadBalancer.Kind.NETWORK
        && client.address().family() == service.address().family();
  }

  private static Services heard(Service service) {
    int port = service.listener().port();
    Services heard = Services.NONE;
    for (Protocol protocol : protocols(service)) {
      heard = heard.or(Services.of(protocol, PortSet.range(port, port)));
    }
    return heard;
  }

  static TrafficSet whoever(Services services) {
    return TrafficSet.ALL.map(all -> services);
  }

  /// Changing every set alike, port by port, changes their intersection in the same way.
  private static Trail changed(
      Trail trail, UnaryOperator<TrafficSet> change, UnaryOperator<TrafficSet> replies) {
    List<Hop> hops =
        trail.hops().stream()
            .map(
                hop ->
                    new Hop(
                        hop.id(),
                        hop.kind(),
                        change.apply(hop.admits()),
                        change.apply(hop.unsure()),
                        replies.apply(hop.replies()),
                        hop.code(),
                        hop.text()))
            .toList();
    return new Trail(hops, change.apply(trail.passes()), change.apply(trail.mayPass()));
  }

  /// What is spoken to the listener's port is spoken to the target's.
  private static Services carried(Service service, Services spoken) {
    Services carried = Services.NONE;
    for (Protocol protocol : protocols(service)) {
      if (spoken.contains(protocol, service.listener().port())) {
        carried = carried.or(target(service, protocol));
      }
    }
    return carried;
  }

  private static Services spokenToTarget(Service service, Services spoken) {
    Services carried = Services.NONE;
    for (Protocol protocol : protocols(service)) {
      carried = carried.or(spoken.and(target(service, protocol)));
    }
    return carried;
  }

  private static List<Protocol> protocols(Service service) {
    return service.listener().protocols().stream()
        .filter(service.group().protocols()::contains)
        .toList();
  }

  private static Services target(Service service, Protocol protocol) {
    int port = service.target().port();
    return Services.of(protocol, PortSet.range(port, port));
  }

  private static Hop rule(Service service) {
    return Hop.filter(
        service.rule().id(),
        "AWS::ElasticLoadBalancingV2::ListenerRule",
        service.clients(),
        ExplanationCode.ELBV2_LISTENER_HAS_NO_TG,
        "port " + service.listener().port() + " is forwarded to " + service.group().id());
  }

  private Hop group(Service service) {
    String id = service.group().id();
    String target = service.target().id() + " port " + service.target().port();
    return switch (service.target().health()) {
      case UNUSED ->
          Hop.stop(id, GROUP, ExplanationCode.BAD_STATE, target + " is registered, but not used");
      case UNKNOWN ->
          Hop.unknown(
              id,
              GROUP,
              ExplanationCode.UNKNOWN_RESOURCE,
              "the health of " + target + " is unknown");
      case UNHEALTHY -> unhealthy(service, target);
      case HEALTHY -> zones(service, target);
    };
  }

  /// A newer balancer without a healthy target tries them all; a classic one refuses.
  private Hop unhealthy(Service service, String target) {
    TargetGroup group = service.group();
    if (group.has(TargetGroup.Health.HEALTHY)
        || service.balancer().kind() == LoadBalancer.Kind.CLASSIC) {
      return Hop.stop(group.id(), GROUP, ExplanationCode.BAD_STATE, target + " is unhealthy");
    }
    return group.has(TargetGroup.Health.UNKNOWN)
        ? Hop.unknown(
            group.id(),
            GROUP,
            ExplanationCode.UNKNOWN_RESOURCE,
            target + " is unhealthy; whether another is healthy is unknown")
        : zones(service, target);
  }

  private Hop zones(Service service, String target) {
    String id = service.group().id();
    String from = services.zone(service.node());
    String to = services.zone(service.end());
    Optional<Boolean> crosses =
        service.group().crossZone().or(() -> service.balancer().crossZone());
    if (crosses.orElse(false) || (!from.isEmpty() && from.equals(to))) {
      return Hop.pass(id, GROUP, target + " is a target");
    }
    if (crosses.isEmpty() || from.isEmpty() || to.isEmpty()) {
      return Hop.unknown(
          id,
          GROUP,
          ExplanationCode.UNKNOWN_RESOURCE,
          "whether " + service.node().id() + " sends to other zones is not in the snapshot");
    }
    return Hop.stop(
        id,
        GROUP,
        ExplanationCode.ELBV2_NO_TARGETS_IN_AZ,
        target + " is in another zone than " + service.node().id());
  }
}
