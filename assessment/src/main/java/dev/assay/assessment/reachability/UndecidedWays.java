package dev.assay.assessment.reachability;

import dev.assay.assessment.reachability.NetworkReport.Undecided;
import dev.assay.assessment.reachability.NetworkReport.Way;
import dev.assay.network.Candidate;
import dev.assay.network.Hop;
import dev.assay.network.snapshot.Listings.Listing;
import dev.assay.network.snapshot.LoadBalancer;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import dev.assay.network.snapshot.TransitAttachment;
import dev.assay.network.snapshot.VpcGateway;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The ways to each resource that a snapshot does not decide, by their kind.
final class UndecidedWays {
  private static final int MOST_NAMED = 10;

  private final NetworkSnapshot snapshot;
  private final Owners owners;
  private final Set<Listing> lost;
  private final Optional<String> omitted;
  private final Map<String, LoadBalancer> balancers = new HashMap<>();
  private final Map<String, EnumMap<Way, Set<String>>> ofResource = new HashMap<>();
  private final Set<String> directVpcs = new HashSet<>();

  /// @param lost the listings that earlier snapshots had whole and this one has not
  /// @param omitted why ways between joined VPCs are not evaluated, where they are not
  UndecidedWays(
      NetworkSnapshot snapshot,
      Owners owners,
      Set<Listing> lost,
      Optional<String> omitted,
      List<Candidate> undecided) {
    this.snapshot = snapshot;
    this.owners = owners;
    this.lost = lost;
    this.omitted = omitted;
    for (LoadBalancer balancer : snapshot.balancers().all()) {
      balancer.nodes().forEach(node -> balancers.put(node, balancer));
    }
    for (Candidate candidate : undecided) {
      owners.of(candidate.destination()).ifPresent(id -> add(id, candidate));
    }
    for (VpcGateway gateway : snapshot.vpnGateways().values()) {
      directVpcs.addAll(gateway.attachedVpcIds());
    }
    List<TransitAttachment> attachments = snapshot.transit().attachments();
    if (attachments.stream()
        .anyMatch(each -> each.kind() == TransitAttachment.Kind.DIRECT_CONNECT)) {
      attachments.stream()
          .filter(each -> each.kind() == TransitAttachment.Kind.VPC)
          .forEach(each -> directVpcs.add(each.resourceId()));
    }
  }

  private void add(String resource, Candidate candidate) {
    Set<String> words =
        ofResource
            .computeIfAbsent(resource, key -> new EnumMap<>(Way.class))
            .computeIfAbsent(way(candidate), key -> new LinkedHashSet<>());
    candidate.trail().hops().stream()
        .filter(hop -> !hop.unsure().isEmpty())
        .map(UndecidedWays::words)
        .forEach(words::add);
  }

  private static String words(Hop hop) {
    return hop.id() + ": " + hop.text();
  }

  private Way way(Candidate candidate) {
    if (candidate.balancer().isPresent()) {
      LoadBalancer balancer = balancers.get(candidate.balancer().get().of().id());
      return balancer != null && balancer.kind() == LoadBalancer.Kind.CLASSIC
          ? Way.ELASTIC_LOAD_BALANCER
          : Way.APPLICATION_LOAD_BALANCER;
    }
    return switch (candidate.route()) {
      case INTERNET -> Way.INTERNET;
      case VGW -> Way.VPN;
      case PEERED_VPC, VPC -> Way.VPC_PEERING;
    };
  }

  /// What is undecided of a resource.
  ///
  /// @param folder where the snapshot has it
  List<Undecided> of(String resource, String folder) {
    List<NetworkInterface> attached = owners.interfaces(resource);
    EnumMap<Way, Set<String>> known = new EnumMap<>(Way.class);
    known.putAll(ofResource.getOrDefault(resource, known));
    for (Listing listing : lost) {
      if (listing.folder().equals(folder)) {
        ListingKinds.ways(listing.kind())
            .forEach(way -> known.putIfAbsent(way, Set.of(Doubts.words(listing))));
      }
    }
    // Balancers may have their targets in other VPCs, and VPNs may end in transit gateways.
    omitted.ifPresent(
        why ->
            List.of(Way.VPC_PEERING, Way.VPN, Way.APPLICATION_LOAD_BALANCER)
                .forEach(way -> known.put(way, Set.of(why))));
    if (attached.isEmpty()) {
      known.put(Way.INTERNET, Set.of(resource + ": its network interfaces were not read"));
    }
    if (!snapshot.balancers().whole()) {
      String why = "the load balancers, their listeners or targets were not all read";
      known.putIfAbsent(Way.APPLICATION_LOAD_BALANCER, Set.of(why));
      known.putIfAbsent(Way.ELASTIC_LOAD_BALANCER, Set.of(why));
    }
    owners
        .balancer(resource)
        .filter(each -> each.kind() == LoadBalancer.Kind.GATEWAY || each.listeners().isEmpty())
        .map(UndecidedWays::lack)
        .ifPresent(
            why ->
                List.of(Way.INTERNET, Way.VPN, Way.VPC_PEERING)
                    .forEach(way -> known.put(way, Set.of(why))));
    attached.stream()
        .map(NetworkInterface::vpcId)
        .filter(directVpcs::contains)
        .findFirst()
        .ifPresent(
            vpc ->
                known.put(
                    Way.DIRECT_CONNECT,
                    Set.of(vpc + ": what arrives through Direct Connect is not evaluated")));
    List<Undecided> all = new ArrayList<>();
    known.forEach((way, words) -> all.add(new Undecided(way, few(words))));
    return all;
  }

  /// Without listeners a balancer takes nothing; whether they were read is not known.
  private static String lack(LoadBalancer balancer) {
    return balancer.id()
        + (balancer.kind() == LoadBalancer.Kind.GATEWAY
            ? ": a Gateway Load Balancer is not modelled"
            : ": it has no listener, or none was read");
  }

  private static List<String> few(Set<String> words) {
    List<String> few = new ArrayList<>(words.stream().limit(MOST_NAMED).toList());
    if (words.size() > MOST_NAMED) {
      few.add("and " + (words.size() - MOST_NAMED) + " more");
    }
    return few;
  }
}
