package dev.assay.network;

import dev.assay.network.Remediation.Change;
import dev.assay.network.Remediation.Change.DeleteRoute;
import dev.assay.network.Remediation.Change.Deny;
import dev.assay.network.Remediation.Change.Revoke;
import dev.assay.network.packet.Cidr;
import dev.assay.network.packet.Services;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the smallest change that closes something, by a security group's rules or by entries of
/// the network ACL at the subnet's edge; where neither can, by deleting routes. Interfaces with
/// the same filters share the answer.
public final class Remediations {
  private final NetworkSnapshot snapshot;
  private @Nullable Kinds kinds;
  private final IdentityHashMap<TrafficSet, Map<Behind, Choice>> known = new IdentityHashMap<>();

  /// The kinds of change.
  private record Kinds(GroupRemedies groups, AclRemedies acls, RouteRemedies routes) {
    static Kinds of(NetworkSnapshot snapshot) {
      Filters filters = new Filters(snapshot);
      Holders holders = new Holders(snapshot, filters);
      InterfaceHops hops = new InterfaceHops(snapshot, filters, new BalancerNodes(snapshot));
      return new Kinds(
          new GroupRemedies(snapshot, holders),
          new AclRemedies(filters, hops, holders),
          new RouteRemedies(snapshot));
    }
  }

  /// What an answer hangs on beside the traffic.
  private record Behind(List<String> groups, String subnet, String source) {}

  /// Changes that close it, and every interface that they take something from.
  private record Choice(List<? extends Change> changes, Set<String> losing) {
    /// @param own the interfaces that are on the way themselves
    Remediation beside(Set<String> own) {
      return new Remediation(
          List.copyOf(changes), losing.stream().filter(id -> !own.contains(id)).sorted().toList());
    }
  }

  /// What has to be closed at which interface.
  private record Unwanted(NetworkInterface at, Sender source, TrafficSet traffic) {}

  Remediations(NetworkSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /// Made when the first is asked for: most analyses are for what is open, not for this.
  private Kinds kinds() {
    if (kinds == null) {
      kinds = Kinds.of(snapshot);
    }
    return kinds;
  }

  /// The smallest change that closes some of what passes on a way.
  ///
  /// @param traffic what is to be closed
  public Remediation of(Candidate way, TrafficSet traffic) {
    NetworkInterface end = way.destination();
    return way.balancer()
        .map(node -> smallest(way, traffic).beside(Set.of(node.of().id(), end.id())))
        .orElseGet(() -> straight(way, traffic).beside(Set.of(end.id())));
  }

  private Choice straight(Candidate way, TrafficSet traffic) {
    NetworkInterface end = way.destination();
    return known
        .computeIfAbsent(traffic, key -> new HashMap<>())
        .computeIfAbsent(
            new Behind(end.groups(), end.subnetId(), way.source()), key -> smallest(way, traffic));
  }

  private Choice smallest(Candidate way, TrafficSet traffic) {
    List<Revoke> revoked = revoked(way, traffic);
    List<Choice> choices = new ArrayList<>();
    if (!revoked.isEmpty()) {
      choices.add(new Choice(revoked, kinds().groups().losing(revoked)));
    }
    Unwanted edge =
        way.balancer().map(node -> atNode(way, node, traffic)).orElse(atEnd(way, traffic));
    List<Deny> denied =
        kinds()
            .acls()
            .denying(way.trail(), edge.at(), peers(edge, revoked), edge.traffic().anywhere());
    boolean crosses =
        !(edge.source() instanceof Sender.One one
            && one.from().subnetId().equals(edge.at().subnetId()));
    if (!denied.isEmpty() && crosses) {
      int most = choices.isEmpty() ? Integer.MAX_VALUE : choices.getFirst().losing().size();
      choices.add(new Choice(denied, kinds().acls().losing(denied, edge.at(), most)));
    }
    return choices.stream()
        .min(
            Comparator.comparingInt((Choice each) -> each.losing().size())
                .thenComparingInt(each -> each.changes().size()))
        .orElseGet(() -> withoutRoute(way, edge));
  }

  private Choice withoutRoute(Candidate way, Unwanted edge) {
    List<DeleteRoute> deleted = kinds().routes().deleting(way.trail(), edge.at(), edge.traffic());
    return deleted.isEmpty()
        ? new Choice(List.of(), Set.of())
        : new Choice(deleted, kinds().routes().losing(deleted));
  }

  /// The groups that have a rule which lets it in.
  List<String> lettingIn(Candidate way, TrafficSet traffic) {
    return revoked(way, traffic).stream().map(Revoke::groupId).distinct().toList();
  }

  /// What comes through a load balancer is closed at its own groups, where it has any.
  private List<Revoke> revoked(Candidate way, TrafficSet traffic) {
    Unwanted unwanted =
        way.balancer()
            .filter(node -> !node.of().groups().isEmpty())
            .map(node -> atNode(way, node, traffic))
            .orElseGet(() -> atEnd(way, traffic));
    return kinds().groups().revoking(unwanted.at(), unwanted.source(), unwanted.traffic());
  }

  /// Clients speak to the listener's port there.
  private Unwanted atNode(Candidate way, Candidate.Node node, TrafficSet traffic) {
    return new Unwanted(
        node.of(),
        source(way),
        traffic.map(spoken -> spoken.isEmpty() ? Services.NONE : node.listened()));
  }

  /// Where the balancer does not keep the client's address, its node's own is what the end sees.
  private Unwanted atEnd(Candidate way, TrafficSet traffic) {
    Optional<Candidate.Node> speaks = way.balancer().filter(node -> !node.keepsClient());
    return speaks
        .map(node -> new Unwanted(way.destination(), new Sender.One(node.of()), by(node, traffic)))
        .orElseGet(() -> new Unwanted(way.destination(), source(way), traffic));
  }

  private static TrafficSet by(Candidate.Node node, TrafficSet traffic) {
    Services services = traffic.anywhere();
    return TrafficSet.union(
        node.of().addresses().stream().map(own -> TrafficSet.of(own.address(), services)).toList());
  }

  private Sender source(Candidate way) {
    NetworkInterface one = snapshot.interfaces().get(way.source());
    if (one != null) {
      return new Sender.One(one);
    }
    return way.route() == Candidate.Route.PEERED_VPC
        ? new Sender.OtherVpcs(way.destination().vpcId())
        : new Sender.Outside();
  }

  /// Where what is unwanted comes from: the blocks of the rules that let it in, or, where no group
  /// guards the interface, every address of a family.
  private List<Cidr> peers(Unwanted edge, List<Revoke> revoked) {
    List<Cidr> peers =
        edge.at().groups().isEmpty()
            ? List.of(Cidr.ALL_IPV4, Cidr.ALL_IPV6)
            : kinds().groups().peers(revoked, edge.source(), edge.traffic());
    return peers.stream()
        .filter(peer -> !TrafficSet.of(peer, Services.ALL).and(edge.traffic()).isEmpty())
        .toList();
  }
}
