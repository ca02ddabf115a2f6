package dev.assay.assessment.reachability;

import dev.assay.assessment.finding.ReachablePorts.Route;
import dev.assay.assessment.finding.ReachablePorts.Step;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.resource.ResourceType;
import dev.assay.model.runtime.Transport;
import dev.assay.network.Candidate;
import dev.assay.network.packet.PortSet;
import dev.assay.network.packet.Protocol;
import dev.assay.network.snapshot.Listings;
import dev.assay.network.snapshot.Listings.Listing;
import dev.assay.network.snapshot.LoadBalancer;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Why a way that was open and is not found open now may be open still. Where there is no doubt,
/// the snapshot says that it is closed.
///
/// What a snapshot lacks that earlier ones of its network had is a doubt of its own: without the
/// listing of peering connections no way leads through one, and none is closed.
final class Doubts {
  private final NetworkSnapshot snapshot;
  private final Listings listings;
  private final Owners owners;
  private final Set<Listing> lost;
  private final Optional<String> omitted;
  private final WaySteps steps;
  private final Map<String, List<Candidate>> undecided = new HashMap<>();

  /// @param lost the listings that earlier snapshots had whole and this one has not
  /// @param omitted why ways between joined VPCs are not evaluated, where they are not
  /// @param undecided ways that may be open
  Doubts(
      Configuration configuration,
      Owners owners,
      Set<Listing> lost,
      Optional<String> omitted,
      WaySteps steps,
      List<Candidate> undecided) {
    this.snapshot = configuration.snapshot();
    this.listings = configuration.listings();
    this.owners = owners;
    this.lost = lost;
    this.omitted = omitted;
    this.steps = steps;
    for (Candidate candidate : undecided) {
      this.undecided
          .computeIfAbsent(candidate.destination().id(), key -> new ArrayList<>())
          .add(candidate);
    }
  }

  /// Of a resource that the snapshot does not have, or has as terminated.
  ///
  /// @param folder where an earlier snapshot had it
  Optional<String> about(ResourceKey resource, String folder) {
    if (resource.type() == ResourceType.LOAD_BALANCER) {
      boolean newer = resource.id().chars().filter(each -> each == '/').count() > 1;
      return listings.isWhole(folder, newer ? "LoadBalancers" : "LoadBalancerDescriptions")
          ? Optional.empty()
          : Optional.of(unlisted("load balancers", folder));
    }
    return snapshot.instances().containsKey(resource.id())
            || listings.isWhole(folder, "Reservations")
            || listings.isWhole(folder, "Instances")
        ? Optional.empty()
        : Optional.of(unlisted("instances", folder));
  }

  private static String unlisted(String what, String folder) {
    return "the newest snapshot does not list the "
        + what
        + (folder.isEmpty() ? "" : " of " + folder);
  }

  /// Of a way to a resource that the snapshot has.
  Optional<String> about(String resource, WayRule way) {
    NetworkInterface end = snapshot.interfaces().get(way.networkInterface());
    if (end == null) {
      return aboutInterfaces(resource);
    }
    if (owners.of(end).filter(resource::equals).isEmpty()) {
      return Optional.empty();
    }
    return aboutListings(resource, end, way)
        .or(
            () ->
                undecided.getOrDefault(end.id(), List.of()).stream()
                    .filter(candidate -> concerns(candidate, way))
                    .findFirst()
                    .map(Doubts::words));
  }

  /// An instance may name its interfaces itself; then these are all.
  private Optional<String> aboutInterfaces(String resource) {
    String folder = listings.places().getOrDefault(known(resource), "");
    Listing interfaces = new Listing(folder, "NetworkInterfaces");
    boolean known =
        listings.whole().contains(interfaces)
            || (!lost.contains(interfaces) && !owners.interfaces(resource).isEmpty());
    return known ? Optional.empty() : Optional.of("the snapshot does not list its interfaces");
  }

  /// From the internet a way needs only what its own VPC has; any other crosses what may be listed
  /// anywhere.
  private Optional<String> aboutListings(String resource, NetworkInterface end, WayRule way) {
    if ((way.balancer() != null || owners.balancer(resource).isPresent())
        && !snapshot.balancers().whole()) {
      return Optional.of("the load balancers, their listeners or targets were not all read");
    }
    if (way.balancer() != null || way.route() != Route.INTERNET) {
      return lost.stream().findFirst().map(Doubts::words).or(() -> omitted);
    }
    Map<String, String> places = listings.places();
    return lost.stream()
        .filter(listing -> listing.kind().equals("InternetGateways"))
        .filter(
            listing ->
                listing.folder().equals(places.get(known(resource)))
                    || listing.folder().equals(places.get(end.vpcId())))
        .findFirst()
        .map(Doubts::words);
  }

  /// What the snapshot knows a resource by.
  private String known(String resource) {
    return owners.balancer(resource).map(LoadBalancer::id).orElse(resource);
  }

  static String words(Listing listing) {
    return "the snapshot lacks " + listing + ", which an earlier one had";
  }

  private boolean concerns(Candidate candidate, WayRule way) {
    if (HostPorts.route(candidate.route()) != way.route()
        || candidate.balancer().isPresent() != (way.balancer() != null)) {
      return false;
    }
    @Nullable Step balancer = steps.balancer(candidate);
    if (balancer != null && !balancer.id().equals(way.balancer())) {
      return false;
    }
    if (steps.gateway(candidate).filter(entry -> !entry.id().equals(way.entry())).isPresent()) {
      return false;
    }
    Protocol protocol = way.protocol() == Transport.TCP ? Protocol.TCP : Protocol.UDP;
    return !candidate
        .trail()
        .mayPass()
        .minus(candidate.trail().passes())
        .anywhere()
        .ports(protocol)
        .and(PortSet.range(way.first(), way.last()))
        .isEmpty();
  }

  private static String words(Candidate candidate) {
    return candidate.trail().hops().stream()
        .filter(hop -> !hop.unsure().isEmpty())
        .findFirst()
        .map(hop -> hop.id() + ": " + hop.text())
        .orElse("it is not evaluated");
  }
}
