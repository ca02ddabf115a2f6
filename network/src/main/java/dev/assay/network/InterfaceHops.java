package dev.assay.network;

import dev.assay.network.Filters.Direction;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.NetworkInstance;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import dev.assay.network.snapshot.VpcEndpoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The hops at an interface: its security groups, itself, and the instance behind it.
final class InterfaceHops {
  private static final String KIND = "AWS::EC2::NetworkInterface";
  private static final String ENDPOINT = "AWS::EC2::VPCEndpoint";

  private final NetworkSnapshot snapshot;
  private final Filters filters;
  private final BalancerNodes nodes;
  private final Map<String, VpcEndpoint> endpointOfInterface = new HashMap<>();

  InterfaceHops(NetworkSnapshot snapshot, Filters filters, BalancerNodes nodes) {
    this.nodes = nodes;
    this.snapshot = snapshot;
    this.filters = filters;
    for (VpcEndpoint each : snapshot.endpoints().values()) {
      each.interfaces().forEach(id -> endpointOfInterface.put(id, each));
    }
  }

  boolean isUnguarded(NetworkInterface of) {
    return nodes.isUnguarded(of);
  }

  Hop groupsByAddress(NetworkInterface of, Direction direction) {
    CompiledGroups compiled = filters.groups(of.groups(), direction);
    return groups(
        of.groups(),
        compiled,
        direction,
        isUnguarded(of) ? TrafficSet.ALL : compiled.byAddress(),
        compiled.unsure());
  }

  Hop groups(
      List<String> ids,
      CompiledGroups compiled,
      Direction direction,
      TrafficSet admits,
      TrafficSet unsure) {
    String side = direction == Direction.INBOUND ? "inbound" : "outbound";
    return new Hop(
        String.join("+", ids),
        "AWS::EC2::SecurityGroup",
        admits,
        unsure,
        compiled.hasNoRules()
            ? ExplanationCode.SG_HAS_NO_RULES
            : ExplanationCode.ENI_SG_RULES_MISMATCH,
        unsure.isEmpty()
            ? side + " rules"
            : side + " rules, some of whose groups or prefix lists are not in the snapshot");
  }

  /// Where packets begin.
  Trail start(NetworkInterface from) {
    List<Hop> hops = new ArrayList<>();
    hops.add(Hop.pass(from.id(), KIND, "the interface"));
    from.instanceId().ifPresent(id -> hops.add(instance(id)));
    return Trail.of(hops);
  }

  /// Where they end: what is behind the interface has to answer.
  Trail end(NetworkInterface end) {
    List<Hop> hops = new ArrayList<>(start(end).hops());
    nodes.balancer(end).map(nodes::listeners).ifPresent(hops::add);
    VpcEndpoint endpoint = endpointOfInterface.get(end.id());
    if (endpoint != null) {
      hops.add(
          endpoint.available()
              ? Hop.pass(endpoint.id(), ENDPOINT, "the endpoint is available")
              : Hop.stop(
                  endpoint.id(),
                  ENDPOINT,
                  ExplanationCode.BAD_STATE,
                  "the endpoint is not available"));
    }
    return Trail.of(hops);
  }

  private Hop instance(String id) {
    NetworkInstance instance = snapshot.instances().get(id);
    String kind = "AWS::EC2::Instance";
    if (instance == null) {
      return Hop.unknown(
          id, kind, ExplanationCode.UNKNOWN_RESOURCE, "the instance is not in the snapshot");
    }
    return instance.runs()
        ? Hop.pass(id, kind, "the instance")
        : Hop.stop(
            id,
            kind,
            ExplanationCode.BAD_STATE,
            "the instance is " + instance.state().name().toLowerCase(java.util.Locale.ROOT));
  }
}
