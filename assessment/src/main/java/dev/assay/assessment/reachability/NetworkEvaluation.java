package dev.assay.assessment.reachability;

import dev.assay.assessment.finding.ReachablePorts;
import dev.assay.assessment.resource.ResourceDetails;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.network.Exposure;
import dev.assay.network.Exposures;
import dev.assay.network.JoinedVpcs;
import dev.assay.network.snapshot.Listings.Listing;
import dev.assay.network.snapshot.LoadBalancer;
import dev.assay.network.snapshot.NetworkInstance;
import dev.assay.network.snapshot.NetworkInterface;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Evaluates a snapshot: what it says of each of its instances and load balancers.
final class NetworkEvaluation {
  /// Changes with the rules, so that what was evaluated by others is evaluated again.
  static final String RULES = "3";

  private final Configuration configuration;
  private final Owners owners;
  private final Doubts doubts;
  private final UndecidedWays undecided;
  private final HostPorts ports;
  private final Map<String, List<Exposure>> open = new HashMap<>();

  /// @param expected the listings that earlier snapshots of the network had whole
  NetworkEvaluation(Tenant tenant, Configuration configuration, Set<Listing> expected) {
    this(tenant, configuration, expected, JoinedVpcs.MOST_PAIRS);
  }

  /// @param mostPairs of interfaces in joined VPCs; where there are more, their ways are undecided
  NetworkEvaluation(
      Tenant tenant, Configuration configuration, Set<Listing> expected, long mostPairs) {
    this.configuration = configuration;
    this.owners = new Owners(tenant, configuration.snapshot());
    WaySteps steps = new WaySteps(tenant, configuration.listings());
    this.ports = new HostPorts(steps);
    Set<Listing> lost = ListingKinds.bearing(configuration.listings().lacking(expected));
    JoinedVpcs joined = new JoinedVpcs(configuration.snapshot());
    long pairs = joined.pairs();
    boolean apart = pairs > mostPairs;
    Exposures exposures = Exposures.of(apart ? joined.apart() : configuration.snapshot());
    Optional<String> omitted =
        apart
            ? Optional.of(
                "between "
                    + pairs
                    + " pairs of interfaces of joined VPCs, more than "
                    + mostPairs
                    + ", ways are not evaluated (`assay network` answers for two of them)")
            : Optional.empty();
    for (Exposure exposure : exposures.found()) {
      owners
          .of(exposure.candidate().destination())
          .ifPresent(id -> open.computeIfAbsent(id, key -> new ArrayList<>()).add(exposure));
    }
    this.doubts = new Doubts(configuration, owners, lost, omitted, steps, exposures.undecided());
    this.undecided =
        new UndecidedWays(configuration.snapshot(), owners, lost, omitted, exposures.undecided());
  }

  /// Every instance that is not gone for good and every load balancer, each ordered by id.
  List<EvaluatedResource> resources() {
    Stream<EvaluatedResource> instances =
        configuration.snapshot().instances().values().stream()
            .filter(instance -> instance.state() != NetworkInstance.State.TERMINATED)
            .sorted(Comparator.comparing(NetworkInstance::id))
            .map(this::instance);
    Stream<EvaluatedResource> balancers =
        configuration.snapshot().balancers().all().stream()
            .sorted(Comparator.comparing(LoadBalancer::id))
            .map(this::balancer);
    return Stream.concat(instances, balancers).toList();
  }

  Doubts doubts() {
    return doubts;
  }

  private EvaluatedResource instance(NetworkInstance instance) {
    String id = instance.id();
    return resource(id, id, details(instance), instance.tags());
  }

  private EvaluatedResource balancer(LoadBalancer balancer) {
    String id = owners.idOf(balancer);
    List<NetworkInterface> nodes = owners.interfaces(id);
    return resource(
        id,
        balancer.id(),
        new ResourceDetails.LoadBalancer(
            balancer.kind().name(),
            balancer.internetFacing(),
            nodes.stream().map(NetworkInterface::vpcId).findFirst().orElse(null),
            addresses(nodes)),
        configuration.balancerTags().getOrDefault(balancer.id(), Map.of()));
  }

  /// @param known what the snapshot knows it by
  private EvaluatedResource resource(
      String id, String known, ResourceDetails details, Map<String, String> tags) {
    String folder = configuration.listings().places().getOrDefault(known, "");
    List<ReachablePorts> reachable = ports.of(open.getOrDefault(id, List.of()));
    return new EvaluatedResource(id, folder, details, tags, reachable, undecided.of(id, folder));
  }

  private ResourceDetails.Host details(NetworkInstance instance) {
    List<NetworkInterface> attached = owners.interfaces(instance.id());
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
        addresses(attached),
        null,
        machine.launchedAt().orElse(null));
  }

  private static List<String> addresses(List<NetworkInterface> interfaces) {
    return interfaces.stream()
        .flatMap(each -> each.addresses().stream())
        .flatMap(own -> Stream.concat(Stream.of(own.address()), own.associated().stream()))
        .map(Object::toString)
        .distinct()
        .toList();
  }
}
