package dev.assay.network;

import dev.assay.model.Severity;
import dev.assay.network.packet.PortSet;
import dev.assay.network.packet.Protocol;
import dev.assay.network.packet.Services;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Everything of a snapshot that can be reached from outside its VPC, the worst first, and what
/// could not be decided.
///
/// @param undecided ways that may be open, by what is known
public record Exposures(List<Exposure> found, List<Candidate> undecided) {

  public static Exposures of(NetworkSnapshot snapshot) {
    List<Exposure> found = new ArrayList<>();
    List<Candidate> undecided = new ArrayList<>();
    ways(snapshot)
        .forEach(
            way -> {
              Trail trail = way.trail();
              if (!trail.mayPass().minus(trail.passes()).isEmpty()) {
                undecided.add(way);
              }
              found.addAll(of(snapshot, way));
            });
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
    Reachability reachability = new Reachability(snapshot);
    List<Exposure> found = new ArrayList<>();
    for (NetworkInterface end : snapshot.interfaces().values()) {
      for (Candidate way : reachability.fromInternet(end)) {
        found.addAll(of(snapshot, way));
      }
      for (Candidate way : reachability.fromInternetThroughBalancers(end)) {
        found.addAll(of(snapshot, way));
      }
    }
    return new Exposures(List.copyOf(found), List.of());
  }

  private static List<Exposure> of(NetworkSnapshot snapshot, Candidate candidate) {
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
                remediation(snapshot, candidate, traffic)));
      }
    }
    return exposures;
  }

  private static Severity severity(
      Candidate.Route route, Protocol protocol, List<RecognizedPorts> recognized) {
    if (!protocol.hasPorts()) {
      return Severity.INFORMATIONAL;
    }
    Severity worst =
        recognized.stream()
            .map(RecognizedPorts::fromInternet)
            .max(Comparator.naturalOrder())
            .orElse(Severity.LOW);
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
      NetworkSnapshot snapshot, Candidate way, TrafficSet traffic) {
    Optional<NetworkInterface> source =
        Optional.ofNullable(snapshot.interfaces().get(way.source()));
    return way.balancer()
        .filter(node -> !node.of().groups().isEmpty())
        .map(
            node ->
                Remediation.of(
                    snapshot,
                    node.of(),
                    source,
                    traffic.map(spoken -> spoken.isEmpty() ? Services.NONE : node.listened())))
        .orElseGet(() -> Remediation.of(snapshot, way.destination(), source, traffic));
  }
}
