package dev.assay.network;

import dev.assay.network.Filters.Direction;
import dev.assay.network.Remediation.Change.Deny;
import dev.assay.network.packet.Cidr;
import dev.assay.network.packet.PortSet;
import dev.assay.network.packet.Services;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.NetworkAcl;
import dev.assay.network.snapshot.NetworkInterface;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What to add to a network ACL: entries that deny what is unwanted, numbered just before the first
/// that allows any of it.
final class AclRemedies {
  private final Filters filters;
  private final InterfaceHops interfaceHops;
  private final Holders holders;

  AclRemedies(Filters filters, InterfaceHops interfaceHops, Holders holders) {
    this.filters = filters;
    this.interfaceHops = interfaceHops;
    this.holders = holders;
  }

  /// Nothing where the way crosses no edge there, or the ACL cannot say it.
  ///
  /// @param at the interface whose subnet's edge the way crosses
  /// @param peers where what is unwanted comes from
  /// @param services what of it
  List<Deny> denying(Trail way, NetworkInterface at, List<Cidr> peers, Services services) {
    Optional<NetworkAcl> found =
        filters
            .acl(at.subnetId(), at.vpcId())
            .filter(acl -> way.hops().stream().anyMatch(hop -> SubnetEdge.takesIn(hop, acl)));
    if (found.isEmpty() || !spareReplies(services)) {
      return List.of();
    }
    NetworkAcl acl = found.get();
    List<Deny> changes = new ArrayList<>();
    int number = before(acl, peers, services);
    for (Cidr peer : peers) {
      for (Services.Part part : services.parts()) {
        for (PortSet.Range range : part.ports().ranges()) {
          number = free(acl, number - 1);
          Services denied =
              Services.of(part.protocol(), PortSet.range(range.first(), range.last()));
          changes.add(new Deny(acl.id(), number, peer, denied));
        }
      }
    }
    return number < 1 ? List.of() : changes;
  }

  /// An ACL does not know a reply from a request: what may be a client's own port is not denied,
  /// nor are protocols without ports.
  private static boolean spareReplies(Services services) {
    return services.parts().stream()
        .allMatch(
            part -> part.protocol().hasPorts() && part.ports().and(Replies.CLIENT_PORTS).isEmpty());
  }

  /// The number of the first entry that allows some of it.
  private static int before(NetworkAcl acl, List<Cidr> peers, Services services) {
    return acl.inbound().stream()
        .filter(entry -> entry.action() == NetworkAcl.Action.ALLOW)
        .filter(entry -> entry.services().meets(services))
        .filter(entry -> peers.stream().anyMatch(peer -> meet(peer, entry.peer())))
        .mapToInt(NetworkAcl.Entry::number)
        .min()
        .orElse(0);
  }

  private static boolean meet(Cidr one, Cidr other) {
    return one.contains(other.first()) || other.contains(one.first());
  }

  private static int free(NetworkAcl acl, int from) {
    int number = from;
    while (taken(acl, number)) {
      number--;
    }
    return number;
  }

  private static boolean taken(NetworkAcl acl, int number) {
    return acl.inbound().stream().anyMatch(entry -> entry.number() == number);
  }

  /// Every interface behind the ACL that these entries take something from, or more than `most` of
  /// them where there are more.
  ///
  /// @param at one of them
  Set<String> losing(List<Deny> changes, NetworkInterface at, int most) {
    TrafficSet denied =
        TrafficSet.union(
            changes.stream()
                .map(change -> TrafficSet.of(change.peer(), change.services()))
                .toList());
    TrafficSet passed =
        filters
            .acl(at.subnetId(), at.vpcId())
            .map(acl -> filters.acl(acl, Direction.INBOUND).and(denied))
            .orElse(TrafficSet.NONE);
    Set<String> losing = new HashSet<>();
    Map<List<String>, Boolean> known = new HashMap<>();
    for (NetworkInterface each : holders.ofAcl(changes.getFirst().aclId())) {
      if (losing.size() > most) {
        break;
      }
      if (interfaceHops.isUnguarded(each)
          ? !passed.isEmpty()
          : known.computeIfAbsent(each.groups(), groups -> letIn(groups, passed))) {
        losing.add(each.id());
      }
    }
    return losing;
  }

  private boolean letIn(List<String> groups, TrafficSet passed) {
    Services spoken = passed.anywhere();
    CompiledGroups compiled = filters.groups(groups, Direction.INBOUND);
    if (compiled.byAddress().meets(passed) || compiled.unsure().meets(passed)) {
      return true;
    }
    for (Map.Entry<String, Services> member : compiled.byMember().entrySet()) {
      if (member.getValue().meets(spoken) && speaks(member.getKey(), member.getValue(), passed)) {
        return true;
      }
    }
    return false;
  }

  private boolean speaks(String group, Services services, TrafficSet passed) {
    return holders.ofGroup(group).stream()
        .flatMap(peer -> peer.addresses().stream())
        .anyMatch(own -> passed.at(own.address()).meets(services));
  }
}
