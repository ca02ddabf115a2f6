package dev.assay.assessment.reachability;

import dev.assay.assessment.reachability.NetworkReport.Undecided;
import dev.assay.assessment.resource.ResourceDetails;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.network.Exposure;
import dev.assay.network.Exposures;
import dev.assay.network.snapshot.Listings;
import dev.assay.network.snapshot.Listings.Listing;
import dev.assay.network.snapshot.NetworkInstance;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Evaluates a snapshot: what it says of each of its instances.
final class NetworkEvaluation {
  /// Changes with the rules, so that what was evaluated by others is evaluated again.
  static final String RULES = "2";

  private final Tenant tenant;
  private final NetworkSnapshot snapshot;
  private final Listings listings;
  private final Set<Listing> lost;
  private final Exposures exposures;
  private final Map<String, List<NetworkInterface>> interfaces = new HashMap<>();

  /// @param expected the listings that earlier snapshots of the network had whole
  NetworkEvaluation(Tenant tenant, Configuration configuration, Set<Listing> expected) {
    this.tenant = tenant;
    this.snapshot = configuration.snapshot();
    this.listings = configuration.listings();
    this.lost = ListingKinds.bearing(listings.lacking(expected));
    this.exposures = Exposures.of(snapshot);
    for (NetworkInterface each : snapshot.interfaces().values()) {
      each.instanceId()
          .ifPresent(id -> interfaces.computeIfAbsent(id, key -> new ArrayList<>()).add(each));
    }
  }

  /// Every instance that is not gone for good, ordered by id.
  List<EvaluatedHost> hosts() {
    Map<String, List<Exposure>> open = new HashMap<>();
    for (Exposure exposure : exposures.found()) {
      exposure
          .candidate()
          .destination()
          .instanceId()
          .ifPresent(id -> open.computeIfAbsent(id, key -> new ArrayList<>()).add(exposure));
    }
    UndecidedWays undecided = new UndecidedWays(snapshot, lost, exposures.undecided());
    HostPorts ports = new HostPorts(tenant);
    return snapshot.instances().values().stream()
        .filter(instance -> instance.state() != NetworkInstance.State.TERMINATED)
        .sorted(Comparator.comparing(NetworkInstance::id))
        .map(
            instance ->
                host(
                    instance,
                    ports.of(open.getOrDefault(instance.id(), List.of())),
                    undecided.of(instance.id(), folder(instance.id()), attached(instance.id()))))
        .toList();
  }

  Doubts doubts() {
    return new Doubts(snapshot, listings, lost, new WaySteps(tenant), exposures.undecided());
  }

  private String folder(String instance) {
    return listings.places().getOrDefault(instance, "");
  }

  private List<NetworkInterface> attached(String instance) {
    return interfaces.getOrDefault(instance, List.of());
  }

  private EvaluatedHost host(
      NetworkInstance instance,
      List<dev.assay.assessment.finding.ReachablePorts> open,
      List<Undecided> undecided) {
    return new EvaluatedHost(
        instance.id(), folder(instance.id()), details(instance), instance.tags(), open, undecided);
  }

  private ResourceDetails.Host details(NetworkInstance instance) {
    List<NetworkInterface> attached = attached(instance.id());
    Optional<NetworkInterface> primary =
        attached.stream()
            .filter(NetworkInterface::primary)
            .findFirst()
            .or(() -> attached.stream().findFirst());
    NetworkInstance.Machine machine = instance.machine();
    return new ResourceDetails.Host(
        machine.platform().map(name -> name.toUpperCase(Locale.ROOT)).orElse(null),
        machine.type().orElse(null),
        machine.imageId().orElse(null),
        primary.map(NetworkInterface::vpcId).orElse(null),
        primary.map(NetworkInterface::subnetId).orElse(null),
        attached.stream()
            .flatMap(each -> each.addresses().stream())
            .flatMap(own -> Stream.concat(Stream.of(own.address()), own.associated().stream()))
            .map(Object::toString)
            .distinct()
            .toList(),
        null,
        machine.launchedAt().orElse(null));
  }
}
