package dev.assay.network;

import dev.assay.model.Severity;
import dev.assay.network.packet.Protocol;
import dev.assay.network.snapshot.NetworkSnapshot;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Everything of a snapshot that can be reached from outside its VPC, the worst first, and what
/// could not be decided.
///
/// @param undecided ways that may be open, by what is known
public record Exposures(List<Exposure> found, List<Candidate> undecided) {
  public Exposures {
    found = List.copyOf(found);
    undecided = List.copyOf(undecided);
  }

  public static Exposures of(NetworkSnapshot snapshot) {
    ExposureList all = new ExposureList(new Remediations(snapshot));
    ways(snapshot).forEach(all::add);
    return all.worstFirst();
  }

  /// What can be reached from the internet alone: of a large account whose VPCs are joined, a small
  /// part of all.
  public static Exposures fromInternet(NetworkSnapshot snapshot) {
    ExposureList all = new ExposureList(new Remediations(snapshot));
    Reachability reachability = new Reachability(snapshot);
    snapshot.interfaces().values().stream()
        .flatMap(reachability::fromInternetAnyhow)
        .forEach(all::add);
    return all.worstFirst();
  }

  /// Every way from outside its VPC to every interface; of those from other VPCs, only the ones
  /// that something may get through.
  public static Stream<Candidate> ways(NetworkSnapshot snapshot) {
    Reachability reachability = new Reachability(snapshot);
    return snapshot.interfaces().values().stream().flatMap(reachability::fromOutside);
  }

  static Severity severity(
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
}
