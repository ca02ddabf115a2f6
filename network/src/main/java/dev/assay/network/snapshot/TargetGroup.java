package dev.assay.network.snapshot;

import dev.assay.network.packet.Protocol;
import java.util.List;
import java.util.Optional;

/// The targets that a listener's rule forwards to.
///
/// @param id its ARN; of what a classic balancer's listener sends to, a name of ours
/// @param keepsClient whether targets see the client's own address
/// @param crossZone overrules the balancer's
public record TargetGroup(
    String id,
    List<Protocol> protocols,
    boolean keepsClient,
    Optional<Boolean> crossZone,
    List<Target> targets) {
  public TargetGroup {
    protocols = List.copyOf(protocols);
    targets = List.copyOf(targets);
  }

  /// A target with the state of its health.
  ///
  /// @param id an instance's id or an address
  public record Target(String id, int port, Health health) {}

  /// Whether requests are sent to a target. `UNHEALTHY` ones get them where
  /// none is healthy; `UNUSED` ones never do.
  public enum Health {
    HEALTHY,
    UNHEALTHY,
    UNUSED,
    UNKNOWN
  }

  public boolean has(Health health) {
    return targets.stream().anyMatch(each -> each.health() == health);
  }
}
