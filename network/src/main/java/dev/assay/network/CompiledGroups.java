package dev.assay.network;

import dev.assay.network.packet.Address;
import dev.assay.network.packet.Services;
import dev.assay.network.packet.TrafficSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// What the security groups of one interface allow together, in one direction.
///
/// @param byAddress by the other side's address
/// @param byMember by a group that the other side has
/// @param unsure what rules that could not be read may allow
record CompiledGroups(TrafficSet byAddress, Map<String, Services> byMember, TrafficSet unsure) {
  static final CompiledGroups NONE = new CompiledGroups(TrafficSet.NONE, Map.of(), TrafficSet.NONE);

  /// Groups add up: what any of them allows is allowed.
  CompiledGroups or(CompiledGroups other) {
    Map<String, Services> members = new HashMap<>(byMember);
    other.byMember.forEach((group, services) -> members.merge(group, services, Services::or));
    return new CompiledGroups(byAddress.or(other.byAddress), members, unsure.or(other.unsure));
  }

  /// Allowed to or from one interface: by its address, or by a group it has.
  Services with(Address address, Collection<String> groups) {
    Services allowed = byAddress.at(address);
    for (String group : groups) {
      allowed = allowed.or(byMember.getOrDefault(group, Services.NONE));
    }
    return allowed;
  }

  boolean hasNoRules() {
    return byAddress.isEmpty() && byMember.isEmpty() && unsure.isEmpty();
  }
}
