package dev.assay.assessment.reachability;

import dev.assay.assessment.finding.ReachablePorts;
import dev.assay.assessment.finding.ReachablePorts.ExpectedService;
import dev.assay.assessment.finding.ReachablePorts.Route;
import dev.assay.assessment.finding.ReachablePorts.Step;
import dev.assay.model.runtime.Transport;
import dev.assay.network.Candidate;
import dev.assay.network.ClientPorts;
import dev.assay.network.Exposure;
import dev.assay.network.Exposures;
import dev.assay.network.PortWords;
import dev.assay.network.RecognizedPorts;
import dev.assay.network.RemediationWords;
import dev.assay.network.packet.PortSet;
import dev.assay.network.packet.Protocol;
import dev.assay.network.packet.TrafficSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The open ways to a host as its findings have them: what comes in by the same gateway to the same
/// interface, to whichever of its addresses and from whichever peer, is one way, and each whole
/// range of its ports one finding. Inspector's findings are of TCP and UDP; so are these.
final class HostPorts {
  private final WaySteps steps;

  HostPorts(WaySteps steps) {
    this.steps = steps;
  }

  /// What makes a way one.
  private record Way(
      Route route,
      Step entry,
      @Nullable Step balancer,
      String networkInterface,
      Protocol protocol) {}

  /// The worst first, otherwise in a fixed order.
  List<ReachablePorts> of(List<Exposure> exposures) {
    Map<Way, List<Exposure>> ways = new LinkedHashMap<>();
    for (Exposure exposure : exposures) {
      if (exposure.protocol().hasPorts() && exposure.candidate().route() != Candidate.Route.VPC) {
        ways.computeIfAbsent(way(exposure), key -> new ArrayList<>()).add(exposure);
      }
    }
    List<ReachablePorts> all = new ArrayList<>();
    ways.forEach((way, members) -> all.addAll(of(way, members)));
    all.sort(
        Comparator.comparing(ReachablePorts::severity)
            .reversed()
            .thenComparing(ReachablePorts::route)
            .thenComparing(ReachablePorts::networkInterface)
            .thenComparing(ports -> ports.entry().id())
            .thenComparing(ReachablePorts::protocol)
            .thenComparing(ReachablePorts::first));
    return all;
  }

  private Way way(Exposure exposure) {
    Candidate candidate = exposure.candidate();
    return new Way(
        route(candidate.route()),
        steps.entry(candidate),
        steps.balancer(candidate),
        candidate.destination().id(),
        exposure.protocol());
  }

  private List<ReachablePorts> of(Way way, List<Exposure> members) {
    PortSet ports = PortSet.NONE;
    for (Exposure member : members) {
      ports = ports.or(PortSet.range(member.ports().first(), member.ports().last()));
    }
    return ports.ranges().stream()
        .map(
            range ->
                of(
                    way,
                    range,
                    members.stream().filter(member -> isWithin(member.ports(), range)).toList()))
        .toList();
  }

  private static boolean isWithin(PortSet.Range part, PortSet.Range whole) {
    return whole.first() <= part.first() && part.last() <= whole.last();
  }

  private ReachablePorts of(Way way, PortSet.Range range, List<Exposure> members) {
    TrafficSet traffic = TrafficSet.NONE;
    for (Exposure member : members) {
      traffic = traffic.or(member.traffic());
    }
    Exposure worst = members.getFirst();
    return new ReachablePorts(
        way.route(),
        way.entry(),
        way.balancer(),
        way.networkInterface(),
        worst.candidate().destination().vpcId(),
        way.protocol().equals(Protocol.TCP) ? Transport.TCP : Transport.UDP,
        range.first(),
        range.last(),
        PortWords.sources(traffic) + clientPorts(members),
        steps.path(worst),
        services(worst.candidate().route(), way.protocol(), range),
        worst.severity(),
        members.stream()
            .flatMap(member -> RemediationWords.of(member.remediation()).stream())
            .distinct()
            .toList());
  }

  /// From which ports clients get an answer, if not from all.
  private static String clientPorts(List<Exposure> members) {
    List<Optional<ClientPorts>> some = members.stream().map(Exposure::clientPorts).toList();
    return some.stream().anyMatch(Optional::isEmpty)
        ? ""
        : some.stream()
            .flatMap(Optional::stream)
            .reduce(ClientPorts::or)
            .map(ports -> ", " + ports.words())
            .orElse("");
  }

  private static List<ExpectedService> services(
      Candidate.Route route, Protocol protocol, PortSet.Range range) {
    List<ExpectedService> services = new ArrayList<>();
    for (RecognizedPorts service : RecognizedPorts.values()) {
      for (int port : service.ports(protocol)) {
        if (range.first() <= port && port <= range.last()) {
          services.add(
              new ExpectedService(service.word(), port, Exposures.severity(route, service)));
        }
      }
    }
    services.sort(
        Comparator.comparing(ExpectedService::severity)
            .reversed()
            .thenComparing(ExpectedService::port));
    return services;
  }

  static Route route(Candidate.Route route) {
    return switch (route) {
      case INTERNET -> Route.INTERNET;
      case VGW -> Route.VGW;
      case PEERED_VPC, VPC -> Route.PEERED_VPC;
    };
  }
}
