package dev.assay.network.reader;

import dev.assay.network.packet.Cidr;
import dev.assay.network.packet.Protocol;
import dev.assay.network.snapshot.Balancers;
import dev.assay.network.snapshot.Gap;
import dev.assay.network.snapshot.LoadBalancer;
import dev.assay.network.snapshot.LoadBalancer.Kind;
import dev.assay.network.snapshot.LoadBalancer.Listener;
import dev.assay.network.snapshot.LoadBalancer.Rule;
import dev.assay.network.snapshot.TargetGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Reads `aws elbv2 describe-*`: balancers, listeners, rules, target groups, their targets and
/// attributes. Of the last two, the answer does not say what it is of: an ARN beside it does, or
/// the file's name with the last part of that ARN in it.
final class BalancerReader {
  private final Map<String, Json> balancers = new TreeMap<>();
  private final Map<String, Json> groups = new TreeMap<>();
  private final Map<String, List<Json>> listeners = new HashMap<>();
  private final Map<String, List<Json>> rules = new HashMap<>();
  private final Map<String, List<Json>> health = new HashMap<>();
  private final Map<String, Map<String, String>> attributes = new HashMap<>();

  void balancer(Json balancer) {
    balancers.put(balancer.need("LoadBalancerArn"), balancer);
  }

  void listener(Json listener) {
    listeners
        .computeIfAbsent(listener.need("LoadBalancerArn"), arn -> new ArrayList<>())
        .add(listener);
  }

  /// The names of the balancers that are described.
  Set<String> described() {
    return names(balancers.keySet());
  }

  /// The names of those that have a listener.
  Set<String> listening() {
    return names(listeners.keySet());
  }

  private static Set<String> names(Set<String> arns) {
    return arns.stream().map(UndescribedBalancers::name).collect(Collectors.toSet());
  }

  /// As Batfish keeps them: the listeners of one balancer, or one listener.
  void listeners(Json kept) {
    if (kept.text("ListenerArn").isPresent()) {
      listener(kept);
    } else {
      kept.list("Listeners").forEach(this::listener);
    }
  }

  /// A rule's ARN is its listener's with one part more.
  void rule(Json rule) {
    String arn = rule.need("RuleArn").replace(":listener-rule/", ":listener/");
    rules
        .computeIfAbsent(arn.substring(0, arn.lastIndexOf('/')), key -> new ArrayList<>())
        .add(rule);
  }

  void group(Json group) {
    groups.put(group.need("TargetGroupArn"), group);
  }

  void health(String file, Json answer) {
    health
        .computeIfAbsent(answer.text("TargetGroupArn").orElse(file), key -> new ArrayList<>())
        .addAll(answer.list("TargetHealthDescriptions"));
  }

  void attributes(String file, Json answer) {
    String of = answer.text("LoadBalancerArn").or(() -> answer.text("TargetGroupArn")).orElse(file);
    for (Json each : answer.list("Attributes")) {
      attributes
          .computeIfAbsent(of, key -> new HashMap<>())
          .put(each.need("Key"), each.text("Value").orElse(""));
    }
  }

  private static <T> Optional<T> of(Map<String, T> all, String arn) {
    String last = arn.substring(arn.lastIndexOf('/') + 1);
    return Optional.ofNullable(all.get(arn))
        .or(
            () ->
                all.entrySet().stream()
                    .filter(each -> !each.getKey().startsWith("arn:"))
                    .filter(each -> each.getKey().contains(last))
                    .map(Map.Entry::getValue)
                    .findFirst());
  }

  private Optional<Boolean> attribute(String arn, String key) {
    return of(attributes, arn)
        .map(found -> found.get(key))
        .filter(value -> value.equals("true") || value.equals("false"))
        .map("true"::equals);
  }

  /// @param nodes the interfaces of each balancer, by the end of its ARN
  Balancers balancers(Map<String, List<String>> nodes, List<Gap> gaps) {
    int before = gaps.size();
    List<LoadBalancer> all = new ArrayList<>();
    balancers.forEach(
        (arn, from) ->
            Guarded.read(arn, gaps, () -> balancer(arn, from, nodes, gaps)).ifPresent(all::add));
    Map<String, TargetGroup> known = new TreeMap<>();
    groups.forEach(
        (arn, from) ->
            Guarded.read(arn, gaps, () -> group(arn, from, gaps))
                .flatMap(found -> found)
                .ifPresent(it -> known.put(arn, it)));
    for (LoadBalancer each : all) {
      for (Listener listener : each.listeners()) {
        for (Rule rule : listener.rules()) {
          rule.targetGroups().stream()
              .filter(arn -> !groups.containsKey(arn))
              .forEach(
                  arn ->
                      gaps.add(
                          new Gap(
                              arn,
                              "the target group is not in the snapshot: what arrives through it is"
                                  + " not evaluated")));
        }
      }
    }
    return new Balancers(all, known, gaps.size() == before);
  }

  private LoadBalancer balancer(
      String arn, Json from, Map<String, List<String>> nodes, List<Gap> gaps) {
    Kind kind =
        switch (from.text("Type").orElse("application")) {
          case "application" -> Kind.APPLICATION;
          case "network" -> Kind.NETWORK;
          default -> Kind.GATEWAY;
        };
    List<String> own = nodes.getOrDefault(UndescribedBalancers.name(arn), List.of());
    if (kind == Kind.GATEWAY || own.isEmpty() || !listeners.containsKey(arn)) {
      gaps.add(new Gap(arn, lack(kind, own)));
    }
    return new LoadBalancer(
        arn,
        kind,
        from.child("State")
            .flatMap(state -> state.text("Code"))
            .map(code -> code.equals("active") || code.equals("active_impaired"))
            .orElse(true),
        from.text("Scheme").map("internet-facing"::equals).orElse(true),
        own,
        from.list("SecurityGroups").stream().map(group -> group.node().asString()).toList(),
        attribute(arn, "load_balancing.cross_zone.enabled")
            .or(() -> kind == Kind.APPLICATION ? Optional.of(true) : Optional.empty()),
        listeners.getOrDefault(arn, List.of()).stream().map(each -> read(each, gaps)).toList());
  }

  private static String lack(Kind kind, List<String> nodes) {
    String consequence = ": what arrives through the load balancer is not evaluated";
    if (kind == Kind.GATEWAY) {
      return "a Gateway Load Balancer is not modelled" + consequence;
    }
    return (nodes.isEmpty() ? "its interfaces" : "its listeners")
        + " are not in the snapshot"
        + consequence;
  }

  private Listener read(Json listener, List<Gap> gaps) {
    String arn = listener.need("ListenerArn");
    List<Rule> all = new ArrayList<>();
    List<Json> own = rules.get(arn);
    if (own == null && arn.contains("/app/")) {
      gaps.add(
          new Gap(arn, "its rules are not in the snapshot: only the default action is evaluated"));
    }
    if (own != null) {
      own.stream()
          .filter(rule -> !rule.is("IsDefault"))
          .sorted(Comparator.comparing(rule -> rule.number("Priority").orElse(Integer.MAX_VALUE)))
          .forEach(rule -> all.add(rule(rule, rule.need("RuleArn"))));
    }
    all.add(new Rule(arn, List.of(), true, forwards(listener.list("DefaultActions"))));
    return new Listener(
        protocols(listener.text("Protocol").orElse("TCP")), listener.port("Port"), all);
  }

  private static Rule rule(Json rule, String arn) {
    List<Cidr> clients = new ArrayList<>();
    boolean every = true;
    for (Json condition : rule.list("Conditions")) {
      if (condition.text("Field").filter("source-ip"::equals).isPresent()) {
        condition
            .child("SourceIpConfig")
            .map(config -> config.list("Values"))
            .orElseGet(() -> condition.list("Values"))
            .forEach(value -> clients.add(Cidr.parse(value.node().asString())));
      } else {
        every = false;
      }
    }
    return new Rule(arn, clients, every, forwards(rule.list("Actions")));
  }

  /// A group of weight 0 gets nothing.
  private static List<String> forwards(List<Json> actions) {
    List<String> groups = new ArrayList<>();
    for (Json action : actions) {
      List<Json> weighted =
          action
              .child("ForwardConfig")
              .map(config -> config.list("TargetGroups"))
              .orElse(List.of());
      weighted.stream()
          .filter(each -> each.number("Weight").orElse(1) > 0)
          .forEach(each -> groups.add(each.need("TargetGroupArn")));
      if (weighted.isEmpty()) {
        action.text("TargetGroupArn").ifPresent(groups::add);
      }
    }
    return groups;
  }

  static List<Protocol> protocols(String word) {
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "UDP", "QUIC" -> List.of(Protocol.UDP);
      case "TCP_UDP", "TCP_QUIC" -> List.of(Protocol.TCP, Protocol.UDP);
      default -> List.of(Protocol.TCP);
    };
  }

  private Optional<TargetGroup> group(String arn, Json from, List<Gap> gaps) {
    String type = from.text("TargetType").orElse("instance");
    if (type.equals("lambda")) {
      return Optional.of(new TargetGroup(arn, List.of(), false, Optional.empty(), List.of()));
    }
    Optional<List<Json>> targets = of(health, arn);
    if (targets.isEmpty() || type.equals("alb")) {
      gaps.add(
          new Gap(
              arn,
              (type.equals("alb")
                      ? "a load balancer behind another is not modelled"
                      : "its targets are not in the snapshot")
                  + ": what arrives through the target group is not evaluated"));
      return Optional.empty();
    }
    String word = from.text("Protocol").orElse("TCP");
    List<Protocol> protocols = protocols(word);
    boolean byDefault = type.equals("instance") || protocols.contains(Protocol.UDP);
    return Optional.of(
        new TargetGroup(
            arn,
            protocols,
            attribute(arn, "preserve_client_ip.enabled").orElse(byDefault),
            attribute(arn, "load_balancing.cross_zone.enabled"),
            targets.get().stream().map(each -> target(each, from)).toList()));
  }

  private static TargetGroup.Target target(Json description, Json group) {
    Json target =
        description
            .child("Target")
            .orElseThrow(() -> new IllegalArgumentException("it has no Target"));
    TargetGroup.Health health =
        switch (description
            .child("TargetHealth")
            .flatMap(state -> state.text("State"))
            .orElse("")) {
          // Targets that are not checked are taken for healthy.
          case "healthy", "unavailable" -> TargetGroup.Health.HEALTHY;
          case "unhealthy", "initial" -> TargetGroup.Health.UNHEALTHY;
          case "unused", "draining", "unhealthy.draining" -> TargetGroup.Health.UNUSED;
          default -> TargetGroup.Health.UNKNOWN;
        };
    int port = target.text("Port").isPresent() ? target.port("Port") : group.port("Port");
    return new TargetGroup.Target(target.need("Id"), port, health);
  }
}
