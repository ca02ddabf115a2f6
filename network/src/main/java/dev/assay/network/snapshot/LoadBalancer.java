package dev.assay.network.snapshot;

import dev.assay.network.packet.Cidr;
import dev.assay.network.packet.Protocol;
import java.util.List;
import java.util.Optional;

/// A load balancer of either generation.
///
/// @param id its ARN; of a classic one, its name
/// @param nodes its interfaces, by id: where clients arrive and whence targets are spoken to
/// @param crossZone whether a node sends to targets in other zones; empty where that was not read
public record LoadBalancer(
    String id,
    Kind kind,
    boolean active,
    boolean internetFacing,
    List<String> nodes,
    List<String> groups,
    Optional<Boolean> crossZone,
    List<Listener> listeners) {
  public LoadBalancer {
    nodes = List.copyOf(nodes);
    groups = List.copyOf(groups);
    listeners = List.copyOf(listeners);
  }

  /// Which of AWS's balancers; a `GATEWAY` one is not modelled.
  public enum Kind {
    APPLICATION,
    NETWORK,
    GATEWAY,
    CLASSIC
  }

  /// A port that clients may speak to, with its rules in order, the default one last.
  public record Listener(List<Protocol> protocols, int port, List<Rule> rules) {
    public Listener {
      protocols = List.copyOf(protocols);
      rules = List.copyOf(rules);
    }
  }

  /// Where requests go that match.
  ///
  /// @param clients only from these blocks; empty where from anywhere
  /// @param everyRequest whether every request from there matches, so that no later rule sees it;
  ///     what a request says is the client's choice, and so is taken to match where it can
  /// @param targetGroups where it forwards to, by ARN; none of a redirect or a fixed answer
  public record Rule(
      String id, List<Cidr> clients, boolean everyRequest, List<String> targetGroups) {
    public Rule {
      clients = List.copyOf(clients);
      targetGroups = List.copyOf(targetGroups);
    }
  }
}
