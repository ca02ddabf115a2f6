package dev.assay.assessment.reachability;

import dev.assay.assessment.finding.ReachablePorts;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// What the newest snapshot of its network says of a host.
///
/// @param network the snapshot's name
/// @param folder where the snapshot has the host
/// @param told whether the newest snapshot has the host; if not, an earlier one had it, and nothing
///     says that it is gone
/// @param asOf when the configuration that says so was last handed in
/// @param open what certainly can be reached, the worst first
/// @param undecided ways that may be open
public record NetworkReport(
    String network,
    String folder,
    boolean told,
    Instant asOf,
    List<ReachablePorts> open,
    List<Undecided> undecided) {
  public NetworkReport {
    open = List.copyOf(open);
    undecided = List.copyOf(undecided);
  }

  /// The same of a configuration that was handed in again.
  public NetworkReport asOf(Instant moment) {
    return new NetworkReport(network, folder, told, moment, open, undecided);
  }

  /// What is left of it where a later snapshot passes the host over.
  NetworkReport passedOver(String why) {
    return new NetworkReport(
        network,
        folder,
        false,
        asOf,
        List.of(),
        Stream.of(Way.values()).map(way -> new Undecided(way, List.of(why))).toList());
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
