package dev.assay.network.snapshot;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Load balancers with their target groups.
///
/// @param targetGroups by ARN; one whose targets were not read is not among them
/// @param whole whether every balancer's ways are known: only then is what they do not lead to
///     closed
public record Balancers(
    List<LoadBalancer> all, Map<String, TargetGroup> targetGroups, boolean whole) {
  public static final Balancers NONE = new Balancers(List.of(), Map.of(), true);

  public Balancers {
    all = List.copyOf(all);
  }

  /// The targets of a balancer, by the ids and addresses that its target groups have.
  public List<String> targetsOf(LoadBalancer balancer) {
    return balancer.listeners().stream()
        .flatMap(listener -> listener.rules().stream())
        .flatMap(rule -> rule.targetGroups().stream())
        .map(targetGroups::get)
        .filter(Objects::nonNull)
        .flatMap(group -> group.targets().stream())
        .map(TargetGroup.Target::id)
        .distinct()
        .toList();
  }
}
