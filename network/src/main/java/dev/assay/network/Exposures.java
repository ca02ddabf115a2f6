package dev.assay.network;

import dev.assay.model.Severity;
import dev.assay.network.packet.PortSet;
import dev.assay.network.packet.Protocol;
import dev.assay.network.packet.Services;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import dev.assay.network.snapshot.SecurityGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Everything of a snapshot that can be reached from outside its VPC, the worst first, and what
/// could not be decided.
///
/// @param undecided ways that may be open, by what is known
public record Exposures(List<Exposure> found, List<Candidate> undecided) {

  public static Exposures of(NetworkSnapshot snapshot) {
    Reachability reachability = new Reachability(snapshot);
    List<Exposure> found = new ArrayList<>();
    List<Candidate> undecided = new ArrayList<>();
    for (NetworkInterface end : snapshot.interfaces().values()) {
      List<Candidate> candidates = new ArrayList<>(reachability.fromInternet(end));
      candidates.addAll(reachability.fromInternetThroughBalancers(end));
      candidates.addAll(reachability.fromVpn(end));
      candidates.addAll(reachability.fromVpnThroughBalancers(end));
      candidates.addAll(reachability.fromPeers(end));
      for (Candidate candidate : candidates) {
        Trail trail = candidate.trail();
        if (!trail.mayPass().minus(trail.passes()).isEmpty()) {
          undecided.add(candidate);
        }
        found.addAll(of(snapshot, candidate));
      }
    }
    found.sort(Comparator.comparing(Exposure::severity).reversed());
    return new Exposures(List.copyOf(found), List.copyOf(undecided));
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
                rules(snapshot, candidate.destination(), traffic)));
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

  /// The rules by address that let any of it in; a rule by group is named by what it refers to.
  private static List<Exposure.RuleName> rules(
      NetworkSnapshot snapshot, NetworkInterface end, TrafficSet traffic) {
    List<Exposure.RuleName> names = new ArrayList<>();
    for (String id : end.groups()) {
      SecurityGroup group = snapshot.groups().get(id);
      if (group != null) {
        group.inbound().stream()
            .filter(rule -> !admitted(snapshot, rule).and(traffic).isEmpty())
            .forEach(rule -> names.add(new Exposure.RuleName(id, rule.id())));
      }
    }
    return names;
  }

  private static TrafficSet admitted(NetworkSnapshot snapshot, SecurityGroup.Rule rule) {
    return switch (rule.peer()) {
      case SecurityGroup.Peer.Block block -> TrafficSet.of(block.cidr(), rule.services());
      case SecurityGroup.Peer.Members members -> TrafficSet.NONE;
      case SecurityGroup.Peer.Prefixes prefixes -> {
        var list = snapshot.prefixLists().get(prefixes.prefixListId());
        yield list == null
            ? TrafficSet.NONE
            : TrafficSet.of(list.entries()).and(TrafficSet.ALL.map(all -> rule.services()));
      }
    };
  }
}
