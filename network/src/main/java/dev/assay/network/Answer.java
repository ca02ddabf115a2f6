package dev.assay.network;

import dev.assay.network.packet.TrafficSet;
import java.util.List;
import java.util.Optional;

/// Every candidate way with its judgement.
///
/// @param hasOtherWays whether there may be ways that are not modelled: then nothing is closed
/// @param remedies finds what would close the open ones, once that is asked for
public record Answer(List<Judged> ways, boolean hasOtherWays, Remediations remedies) {
  public Answer {
    ways = List.copyOf(ways);
  }

  /// One way. `asked` is what it was judged for.
  public record Judged(Candidate candidate, Candidate.Judgement judgement, TrafficSet asked) {

    /// Of what was asked about, what certainly gets through.
    public TrafficSet passes() {
      return candidate.trail().passes().and(asked);
    }

    /// The client ports that it gets through from, where these are not all.
    public Optional<ClientPorts> clientPorts() {
      return ClientPorts.of(candidate.trail(), passes());
    }
  }

  /// Reachable where any way is; closed only where every way is known to be.
  public Candidate.Outcome outcome() {
    for (Candidate.Outcome outcome :
        List.of(Candidate.Outcome.REACHABLE, Candidate.Outcome.NOT_EVALUATED)) {
      if (ways.stream().anyMatch(way -> way.judgement().outcome() == outcome)) {
        return outcome;
      }
    }
    return hasOtherWays ? Candidate.Outcome.NOT_EVALUATED : Candidate.Outcome.NOT_REACHABLE;
  }

  /// What closes each open way, of all that was asked about; ways with the same one share it.
  public List<Remediation> remediations() {
    return ways(Candidate.Outcome.REACHABLE).stream()
        .map(way -> remedies.of(way.candidate(), way.passes()))
        .distinct()
        .toList();
  }

  public List<Judged> ways(Candidate.Outcome outcome) {
    return ways.stream().filter(way -> way.judgement().outcome() == outcome).toList();
  }
}
