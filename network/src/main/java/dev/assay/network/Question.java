package dev.assay.network;

import dev.assay.network.packet.Address;
import dev.assay.network.packet.PortSet;
import dev.assay.network.packet.Protocol;
import dev.assay.network.packet.Services;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Can `from` reach `to`?
///
/// @param services what is asked about
public record Question(Place from, Place to, Services services) {
  public Question {
    if (to.kind() != Place.Kind.INTERFACES) {
      throw new IllegalArgumentException(
          "what can be reached beyond a gateway is not modelled: '" + to.id() + "' cannot be --to");
    }
  }

  /// All of a protocol's ports where no port is given; all protocols where neither is. A port
  /// alone means TCP and UDP.
  public static Services services(Optional<Protocol> protocol, Optional<Integer> port) {
    if (protocol.isEmpty() && port.isEmpty()) {
      return Services.ALL;
    }
    PortSet ports = port.map(number -> PortSet.range(number, number)).orElse(PortSet.ALL);
    return protocol
        .map(only -> Services.of(only, ports))
        .orElseGet(() -> Services.of(Protocol.TCP, ports).or(Services.of(Protocol.UDP, ports)));
  }

  /// Every way there could be, judged; what is asked about is in the answer.
  public Answer answer(NetworkSnapshot snapshot) {
    Reachability reachability = new Reachability(snapshot);
    List<Answer.Judged> judged = new ArrayList<>();
    for (NetworkInterface end : to.interfaces()) {
      TrafficSet asked = TrafficSet.ALL.map(all -> services).and(from.sources());
      for (Candidate candidate : candidates(snapshot, reachability, end)) {
        if (to.allows(candidate.address()) && mayCarry(candidate)) {
          judged.add(new Answer.Judged(candidate, candidate.judge(asked), asked));
        }
      }
    }
    return new Answer(judged, !snapshot.balancers().whole(), new Remediations(snapshot));
  }

  /// A way through a load balancer leads to one port of its target, and so to nothing else.
  private boolean mayCarry(Candidate way) {
    return way.balancer().map(node -> !node.sent().and(services).isEmpty()).orElse(true);
  }

  /// Every way there could be, cut down to what is asked about.
  public Stream<Candidate> passing(NetworkSnapshot snapshot) {
    return answer(snapshot).ways().stream().map(way -> way.candidate().only(way.asked()));
  }

  private List<Candidate> candidates(
      NetworkSnapshot snapshot, Reachability reachability, NetworkInterface end) {
    return switch (from.kind()) {
      case INTERNET -> {
        var gateway = snapshot.internetGateways().get(from.id());
        List<Candidate> all = new ArrayList<>();
        if (gateway == null || gateway.attachedVpcIds().contains(end.vpcId())) {
          all.addAll(reachability.fromInternet(end));
        }
        all.addAll(reachability.fromInternetThroughBalancers(end));
        yield all;
      }
      case VPN_GATEWAY ->
          Stream.concat(
                  reachability.fromVpn(end).stream(),
                  reachability.fromVpnThroughBalancers(end).stream())
              .filter(candidate -> candidate.source().equals(from.id()))
              .toList();
      case INTERFACES -> {
        List<Candidate> all = new ArrayList<>();
        for (NetworkInterface each : from.interfaces()) {
          if (!each.id().equals(end.id())) {
            all.addAll(reachability.between(each, end));
            all.addAll(reachability.throughBalancers(each, end));
          }
        }
        yield all;
      }
    };
  }

  /// One end of a question.
  ///
  /// @param interfaces the interfaces it stands for; none of the internet
  /// @param address only this address, where one was given
  public record Place(
      Kind kind, String id, List<NetworkInterface> interfaces, Optional<Address> address) {

    /// What a place is.
    public enum Kind {
      INTERNET,
      VPN_GATEWAY,
      INTERFACES
    }

    TrafficSet sources() {
      return address.map(only -> TrafficSet.of(only, Services.ALL)).orElse(TrafficSet.ALL);
    }

    boolean allows(Address other) {
      return address.map(other::equals).orElse(true);
    }
  }
}
