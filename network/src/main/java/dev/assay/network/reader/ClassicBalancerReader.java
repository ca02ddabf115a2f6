package dev.assay.network.reader;

import dev.assay.network.packet.Protocol;
import dev.assay.network.snapshot.Balancers;
import dev.assay.network.snapshot.Gap;
import dev.assay.network.snapshot.LoadBalancer;
import dev.assay.network.snapshot.LoadBalancer.Listener;
import dev.assay.network.snapshot.LoadBalancer.Rule;
import dev.assay.network.snapshot.TargetGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Reads `aws elb describe-load-balancers`, `describe-instance-health` and
/// `describe-load-balancer-attributes`; of the last two, the file's name has to hold the
/// balancer's.
final class ClassicBalancerReader {
  private final Map<String, Json> balancers = new TreeMap<>();
  private final Map<String, List<Json>> states = new HashMap<>();
  private final Map<String, Json> attributes = new HashMap<>();

  void balancer(Json balancer) {
    balancers.put(balancer.need("LoadBalancerName"), balancer);
  }

  void states(String file, Json answer) {
    states.put(answer.text("LoadBalancerName").orElse(file), answer.list("InstanceStates"));
  }

  /// The names of the balancers that are described.
  Set<String> described() {
    return balancers.keySet();
  }

  void attributes(String file, Json answer) {
    answer
        .child("LoadBalancerAttributes")
        .ifPresent(found -> attributes.put(answer.text("LoadBalancerName").orElse(file), found));
  }

  private static <T> Optional<T> of(Map<String, T> all, String name) {
    return Optional.ofNullable(all.get(name))
        .or(
            () ->
                all.entrySet().stream()
                    .filter(each -> each.getKey().contains(name))
                    .map(Map.Entry::getValue)
                    .findFirst());
  }

  /// Adds the classic balancers to the newer ones.
  Balancers balancers(Balancers newer, Map<String, List<String>> nodes, List<Gap> gaps) {
    List<LoadBalancer> all = new ArrayList<>(newer.all());
    Map<String, TargetGroup> groups = new TreeMap<>(newer.targetGroups());
    boolean whole = newer.whole();
    for (Map.Entry<String, Json> each : balancers.entrySet()) {
      String name = each.getKey();
      List<String> own = nodes.getOrDefault(name, List.of());
      if (own.isEmpty()) {
        whole = false;
        gaps.add(
            new Gap(
                name,
                "its interfaces are not in the snapshot: what arrives through the load balancer is"
                    + " not evaluated"));
      }
      Optional<LoadBalancer> read =
          Guarded.read(name, gaps, () -> balancer(name, each.getValue(), own, groups));
      read.ifPresent(all::add);
      whole &= read.isPresent();
    }
    return new Balancers(all, groups, whole);
  }

  private LoadBalancer balancer(
      String name, Json from, List<String> nodes, Map<String, TargetGroup> groups) {
    List<Listener> listeners = new ArrayList<>();
    for (Json description : from.list("ListenerDescriptions")) {
      Json listener =
          description
              .child("Listener")
              .orElseThrow(() -> new IllegalArgumentException("it has no Listener"));
      int port = listener.port("LoadBalancerPort");
      int target = listener.port("InstancePort");
      String group = name + "/" + port;
      groups.put(
          group,
          new TargetGroup(
              group, List.of(Protocol.TCP), false, Optional.empty(), targets(name, from, target)));
      listeners.add(
          new Listener(
              List.of(Protocol.TCP),
              port,
              List.of(new Rule(group, List.of(), true, List.of(group)))));
    }
    return new LoadBalancer(
        name,
        LoadBalancer.Kind.CLASSIC,
        true,
        from.text("Scheme").map("internet-facing"::equals).orElse(true),
        nodes,
        from.list("SecurityGroups").stream().map(group -> group.node().asString()).toList(),
        of(attributes, name)
            .flatMap(found -> found.child("CrossZoneLoadBalancing"))
            .map(found -> found.is("Enabled")),
        listeners);
  }

  private List<TargetGroup.Target> targets(String name, Json from, int port) {
    List<Json> known = of(states, name).orElse(List.of());
    return from.texts("Instances", "InstanceId").stream()
        .map(id -> new TargetGroup.Target(id, port, health(known, id)))
        .toList();
  }

  private static TargetGroup.Health health(List<Json> states, String id) {
    return states.stream()
        .filter(state -> state.text("InstanceId").filter(id::equals).isPresent())
        .flatMap(state -> state.text("State").stream())
        .findFirst()
        .map(
            word ->
                switch (word) {
                  case "InService" -> TargetGroup.Health.HEALTHY;
                  case "OutOfService" -> TargetGroup.Health.UNHEALTHY;
                  default -> TargetGroup.Health.UNKNOWN;
                })
        .orElse(TargetGroup.Health.UNKNOWN);
  }
}
