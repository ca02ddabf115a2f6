package dev.assay.network;

import dev.assay.network.packet.Address;
import dev.assay.network.packet.Services;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.NetworkInterface;
import java.util.Optional;

/// One way that packets could take to one address of one interface, and what gets through.
///
/// @param source where it begins: `internet`, or the id of an interface or gateway
/// @param route how it comes in
/// @param address the interface's address at which it ends
/// @param balancer the load balancer's node that it leads through, if it does
/// @param trail its components, and what passes all of them
public record Candidate(
    String source,
    Route route,
    NetworkInterface destination,
    Address address,
    Optional<Node> balancer,
    Trail trail) {
  /// A way straight to its end.
  static Candidate straight(
      String source, Route route, NetworkInterface destination, Address address, Trail trail) {
    return new Candidate(source, route, destination, address, Optional.empty(), trail);
  }

  /// Where clients speak to a load balancer.
  ///
  /// @param listened what they speak to there
  /// @param sent what of it arrives at the target
  /// @param keepsClient whether the target sees the client's address, and not the node's
  public record Node(NetworkInterface of, Services listened, Services sent, boolean keepsClient) {}

  /// How the traffic comes in, as Inspector names it; `VPC` stays within one VPC.
  public enum Route {
    INTERNET,
    PEERED_VPC,
    VGW,
    VPC
  }

  /// What is known of a question.
  public enum Outcome {
    REACHABLE,
    NOT_REACHABLE,
    NOT_EVALUATED
  }

  /// The answer and the component it hangs on: the first that stops all that was asked about, or
  /// the first whose doing is not known; of what is reachable, the last of the path.
  public record Judgement(Outcome outcome, Hop decisive) {}

  /// The same, only for some of the traffic.
  Candidate only(TrafficSet asked) {
    return new Candidate(
        source,
        route,
        destination,
        address,
        balancer,
        new Trail(trail.hops(), trail.passes().and(asked), trail.mayPass().and(asked)));
  }

  public Judgement judge(TrafficSet asked) {
    if (!trail.passes().and(asked).isEmpty()) {
      return new Judgement(Outcome.REACHABLE, trail.hops().getLast());
    }
    boolean closed = trail.mayPass().and(asked).isEmpty();
    TrafficSet left = asked;
    for (Hop hop : trail.hops()) {
      left = left.and(closed ? hop.admits().or(hop.unsure()) : hop.admits());
      if (left.isEmpty()) {
        return new Judgement(closed ? Outcome.NOT_REACHABLE : Outcome.NOT_EVALUATED, hop);
      }
    }
    throw new IllegalStateException("a trail that lets nothing pass has a hop that stops it");
  }

  /// What certainly gets through, from anywhere on the other side.
  public Services services() {
    return trail.passes().anywhere();
  }
}
