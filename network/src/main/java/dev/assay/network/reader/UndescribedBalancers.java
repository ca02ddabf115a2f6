package dev.assay.network.reader;

import dev.assay.network.snapshot.Gap;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Load balancers that have an interface or a listener in the snapshot, and no description.
final class UndescribedBalancers {
  private UndescribedBalancers() {}

  /// The end of an ARN, as the description of a balancer's interface has it.
  static String name(String arn) {
    return arn.substring(arn.indexOf('/') + 1);
  }

  /// @param seen by name
  static List<Gap> in(Collection<String> seen, Collection<String> described) {
    Set<String> unknown = new TreeSet<>(seen);
    unknown.removeAll(Set.copyOf(described));
    return unknown.stream()
        .map(
            name ->
                new Gap(
                    name,
                    "the load balancer is not in the snapshot: what arrives through it is not"
                        + " evaluated"))
        .toList();
  }
}
