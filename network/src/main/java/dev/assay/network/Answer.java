package dev.assay.network;

import dev.assay.network.packet.TrafficSet;
import java.util.List;

/// Every candidate way with its judgement.
///
/// @param hasOtherWays whether there may be ways that are not modelled: then nothing is closed
public record Answer(List<Judged> ways, boolean hasOtherWays) {
  public Answer {
    ways = List.copyOf(ways);
  }

  /// One way. `asked` is what it was judged for.
  public record Judged(Candidate candidate, Candidate.Judgement judgement, TrafficSet asked) {}

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

  public List<Judged> ways(Candidate.Outcome outcome) {
    return ways.stream().filter(way -> way.judgement().outcome() == outcome).toList();
  }
}
