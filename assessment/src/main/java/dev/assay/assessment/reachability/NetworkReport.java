package dev.assay.assessment.reachability;

import dev.assay.assessment.finding.ReachablePorts;
import java.time.Instant;
import java.util.List;

/// What the newest snapshot of its network says of a host.
///
/// @param network the snapshot's name
/// @param open what certainly can be reached, the worst first
/// @param undecided ways that may be open
public record NetworkReport(
    String network, Instant evaluatedAt, List<ReachablePorts> open, List<Undecided> undecided) {
  public NetworkReport {
    open = List.copyOf(open);
    undecided = List.copyOf(undecided);
  }

  /// Ways of a kind that could not be decided.
  ///
  /// @param what the components it hangs on, and why, in words
  public record Undecided(Way way, List<String> what) {
    public Undecided {
      what = List.copyOf(what);
    }
  }

  /// The kinds of ways, as Classic tells them apart where it could not evaluate one.
  public enum Way {
    INTERNET,
    APPLICATION_LOAD_BALANCER,
    ELASTIC_LOAD_BALANCER,
    VPN,
    DIRECT_CONNECT,
    VPC_PEERING
  }
}
