package dev.assay.assessment.classic.evaluation;

import dev.assay.assessment.classic.host.AssessedHost;
import dev.assay.assessment.finding.ReachablePorts;
import dev.assay.assessment.finding.ReachablePorts.ExpectedService;
import dev.assay.assessment.reachability.Listeners.Listener;
import dev.assay.model.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rules of `Network Reachability`: one finding for each recognised port that is open, for each
/// other open port on which something listens, and one for all that is open at an interface by the
/// same security groups.
final class ReachabilityRules {
  private final AssessedHost host;
  private final Optional<List<Listener>> listeners;

  /// @param listeners what listens on the host; empty where nothing looked
  ReachabilityRules(AssessedHost host, Optional<List<Listener>> listeners) {
    this.host = host;
    this.listeners = listeners;
  }

  List<RuleFinding> findings(List<ReachablePorts> open) {
    List<RuleFinding> findings = new ArrayList<>();
    Map<ReachabilityWords.Exposed, List<ReachablePorts>> exposed = new LinkedHashMap<>();
    for (ReachablePorts ports : open) {
      ReachabilityWords words = new ReachabilityWords(host, ports);
      ports.services().forEach(service -> findings.add(recognised(words, ports, service)));
      unrecognised(ports).forEach(listener -> findings.add(words.unrecognised(listener)));
      exposed.computeIfAbsent(words.exposed(), key -> new ArrayList<>()).add(ports);
    }
    exposed.forEach(
        (where, ports) ->
            findings.add(new ReachabilityWords(host, ports.getFirst()).exposure(ports)));
    return findings;
  }

  private RuleFinding recognised(
      ReachabilityWords words, ReachablePorts ports, ExpectedService service) {
    if (listeners.isEmpty()) {
      return words.recognised(service, "RecognizedPortNoAgent", service.severity(), null);
    }
    Optional<Listener> listener =
        listeners.get().stream()
            .filter(each -> each.protocol() == ports.protocol() && each.port() == service.port())
            .findFirst();
    return listener.isPresent()
        ? words.recognised(
            service, "RecognizedPortWithListener", service.severity(), listener.get())
        : words.recognised(service, "RecognizedPortNoListener", Severity.INFORMATIONAL, null);
  }

  private List<Listener> unrecognised(ReachablePorts ports) {
    return listeners.orElse(List.of()).stream()
        .filter(each -> each.protocol() == ports.protocol())
        .filter(each -> ports.first() <= each.port() && each.port() <= ports.last())
        .filter(
            each -> ports.services().stream().noneMatch(service -> service.port() == each.port()))
        .distinct()
        .toList();
  }
}
