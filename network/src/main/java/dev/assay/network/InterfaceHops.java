package dev.assay.network;

import dev.assay.network.Filters.Direction;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.NetworkInstance;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import java.util.ArrayList;
import java.util.List;

/// The hops at an interface: its security groups, itself, and the instance behind it.
final class InterfaceHops {
  private final NetworkSnapshot snapshot;
  private final Filters filters;

  InterfaceHops(NetworkSnapshot snapshot, Filters filters) {
    this.snapshot = snapshot;
    this.filters = filters;
  }

  Hop groupsByAddress(List<String> groups, Direction direction) {
    CompiledGroups compiled = filters.groups(groups, direction);
    return groups(groups, compiled, direction, compiled.byAddress(), compiled.unsure());
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

  Trail end(NetworkInterface end) {
    List<Hop> hops = new ArrayList<>();
    hops.add(Hop.pass(end.id(), "AWS::EC2::NetworkInterface", "the interface"));
    end.instanceId().ifPresent(id -> hops.add(instance(id)));
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
