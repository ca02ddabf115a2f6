package dev.assay.network;

import dev.assay.model.Severity;
import dev.assay.network.packet.PortSet;
import dev.assay.network.packet.Protocol;
import dev.assay.network.packet.Services;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.LoadBalancer;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Everything of a snapshot that can be reached from outside its VPC, the worst first, and what
/// could not be decided.
///
/// @param undecided ways that may be open, by what is known
public record Exposures(List<Exposure> found, List<Candidate> undecided) {

  public static Exposures of(NetworkSnapshot snapshot) {
    List<Exposure> found = new ArrayList<>();
    List<Candidate> undecided = new ArrayList<>();
    Remediations remediations = new Remediations(snapshot);
    ways(snapshot).forEach(way -> sort(snapshot, remediations, way, found, undecided));
    found.sort(Comparator.comparing(Exposure::severity).reversed());
    return new Exposures(List.copyOf(found), List.copyOf(undecided));
  }

  /// Every way from outside its VPC to every interface; of those from other VPCs, only the ones
  /// that something may get through.
  public static Stream<Candidate> ways(NetworkSnapshot snapshot) {
    Reachability reachability = new Reachability(snapshot);
    return snapshot.interfaces().values().stream().flatMap(reachability::fromOutside);
  }

  /// The same of what comes from the internet alone.
  public static Exposures fromInternet(NetworkSnapshot snapshot) {
    return fromInternet(snapshot, snapshot.interfaces().values());
  }

  /// Of what a security group's rules may decide, when they have changed: its own interfaces, and
  /// the targets of the load balancers whose nodes have it.
  public static Exposures fromInternetByGroup(NetworkSnapshot snapshot, String groupId) {
    Set<String> targets = new HashSet<>();
    for (LoadBalancer balancer : snapshot.balancers().all()) {
      if (balancer.groups().contains(groupId)) {
        targets.addAll(snapshot.balancers().targetsOf(balancer));
      }
    }
    List<NetworkInterface> touched =
        snapshot.interfaces().values().stream()
            .filter(
                each ->
                    each.groups().contains(groupId)
                        || each.instanceId().filter(targets::contains).isPresent()
                        || each.addresses().stream()
                            .anyMatch(own -> targets.contains(own.address().toString())))
            .toList();
    return fromInternet(snapshot, touched);
  }

  private static Exposures fromInternet(
      NetworkSnapshot snapshot, Collection<NetworkInterface> ends) {
    Reachability reachability = new Reachability(snapshot);
    List<Exposure> found = new ArrayList<>();
    List<Candidate> undecided = new ArrayList<>();
    Remediations remediations = new Remediations(snapshot);
    for (NetworkInterface end : ends) {
      Stream.of(reachability.fromInternet(end), reachability.fromInternetThroughBalancers(end))
          .flatMap(List::stream)
          .forEach(way -> sort(snapshot, remediations, way, found, undecided));
    }
    return new Exposures(List.copyOf(found), List.copyOf(undecided));
  }

  private static void sort(
      NetworkSnapshot snapshot,
      Remediations remediations,
      Candidate way,
      List<Exposure> found,
      List<Candidate> undecided) {
    if (!way.trail().mayPass().minus(way.trail().passes()).isEmpty()) {
      undecided.add(way);
    }
    found.addAll(of(snapshot, remediations, way));
  }

  private static List<Exposure> of(
      NetworkSnapshot snapshot, Remediations remediations, Candidate candidate) {
    List<Exposure> exposures = new ArrayList<>();
    for (Services.Part part : candidate.services().parts()) {
      for (PortSet.Range range : part.ports().ranges()) {
        Services open = Services.of(part.protocol(), PortSet.range(range.first(), range.last()));
        TrafficSet traffic = candidate.trail().passes().and(TrafficSet.ALL.map(all -> open));
        List<RecognizedPorts> recognized =
            RecognizedPorts.within(part.protocol(), range.first(), range.last()).toList();
        exposures.add(
            new Exposure(
                candidate,
                part.protocol(),
                range,
                traffic,
                recognized,
                severity(candidate.route(), part.protocol(), recognized),
                remediation(snapshot, remediations, candidate, traffic)));
      }
    }
    return exposures;
  }

  private static Severity severity(
      Candidate.Route route, Protocol protocol, List<RecognizedPorts> recognized) {
    if (!protocol.hasPorts()) {
      return Severity.INFORMATIONAL;
    }
    return recognized.stream()
        .map(service -> severity(route, service))
        .max(Comparator.naturalOrder())
        .orElseGet(() -> severity(route, Severity.LOW));
  }

  /// How bad it is that a service can be reached by a route.
  public static Severity severity(Candidate.Route route, RecognizedPorts service) {
    return severity(route, service.fromInternet());
  }

  private static Severity severity(Candidate.Route route, Severity worst) {
    return switch (route) {
      case INTERNET -> worst;
      case VGW -> lower(worst);
      case PEERED_VPC, VPC -> lower(lower(worst));
    };
  }

  private static Severity lower(Severity severity) {
    return switch (severity) {
      case CRITICAL -> Severity.HIGH;
      case HIGH -> Severity.MEDIUM;
      case MEDIUM -> Severity.LOW;
      case LOW, INFORMATIONAL, UNTRIAGED -> Severity.INFORMATIONAL;
    };
  }

  /// What comes through a load balancer is closed at its groups, not at the target's.
  private static Remediation remediation(
      NetworkSnapshot snapshot, Remediations remediations, Candidate way, TrafficSet traffic) {
    Optional<NetworkInterface> source =
        Optional.ofNullable(snapshot.interfaces().get(way.source()));
    return way.balancer()
        .filter(node -> !node.of().groups().isEmpty())
        .map(
            node ->
                remediations.of(
                    node.of(),
                    source,
                    traffic.map(spoken -> spoken.isEmpty() ? Services.NONE : node.listened())))
        .orElseGet(() -> remediations.of(way.destination(), source, traffic));
  }
}
