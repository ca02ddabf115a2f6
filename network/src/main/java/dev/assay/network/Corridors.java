package dev.assay.network;

import dev.assay.network.Filters.Direction;
import dev.assay.network.Neighbourhoods.Likeness;
import dev.assay.network.Neighbourhoods.Neighbourhood;
import dev.assay.network.packet.Address;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.NetworkInterface;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// What routes and network ACLs carry between VPCs, there and back, for all of a neighbourhood at
/// once: so the work grows with pairs of neighbourhoods and not of interfaces.
final class Corridors {
  private static final Set<String> JOINTS =
      Set.of("AWS::EC2::VPCPeeringConnection", "AWS::EC2::TransitGateway");
  private final Courses courses;
  private final InterfacePaths interfaces;
  private final Neighbourhoods neighbourhoods;
  private final Sources sources;
  private final Function<String, Set<String>> joined;
  private final Map<Likeness, List<Corridor>> known = new HashMap<>();

  /// Where packets come in.
  ///
  /// @param layer of [Sources]
  /// @param joint the peering connection or transit gateway; empty where the routes of who sends
  ///     were not read
  /// @param crossesEdge whether they cross the edge of the subnet that they end in
  private record Entry(int layer, String joint, boolean crossesEdge) {}

  /// All that comes in one way, over the addresses of who sends.
  ///
  /// @param named those whose groups the far end may let in by name
  /// @param peers those who may send by the far end's groups' names
  record Corridor(int layer, String joint, Passing passing, TrafficSet named, TrafficSet peers) {}

  /// @param joined the VPCs that may be joined to one
  Corridors(
      Courses courses,
      InterfacePaths interfaces,
      Neighbourhoods neighbourhoods,
      Sources sources,
      Function<String, Set<String>> joined) {
    this.courses = courses;
    this.interfaces = interfaces;
    this.neighbourhoods = neighbourhoods;
    this.sources = sources;
    this.joined = joined;
  }

  List<Corridor> to(NetworkInterface end, Address address) {
    return known.computeIfAbsent(neighbourhoods.likeness(end, address), key -> found(end, address));
  }

  /// Collects what comes in one way.
  private static final class Gathered {
    private final List<TrafficSet> sure = new ArrayList<>();
    private final List<TrafficSet> may = new ArrayList<>();
    private final List<TrafficSet> named = new ArrayList<>();
    private final List<TrafficSet> peers = new ArrayList<>();

    private Corridor corridor(Entry entry, Sources sources) {
      return new Corridor(
          entry.layer(),
          entry.joint(),
          new Passing(
              sources.inhabited(TrafficSet.union(sure)), sources.inhabited(TrafficSet.union(may))),
          sources.inhabited(TrafficSet.union(named)),
          sources.inhabited(TrafficSet.union(peers)));
    }
  }

  private List<Corridor> found(NetworkInterface end, Address address) {
    Map<Entry, Gathered> all = new LinkedHashMap<>();
    for (String vpc : joined.apply(end.vpcId())) {
      boolean peers = interfaces.arePeers(vpc, end.vpcId());
      for (Neighbourhood from : neighbourhoods.of(vpc)) {
        if (from.address().family() == address.family()) {
          add(all, from, end, address, peers);
        }
      }
    }
    List<Corridor> corridors = new ArrayList<>();
    all.forEach((entry, gathered) -> corridors.add(gathered.corridor(entry, sources)));
    return corridors;
  }

  private void add(
      Map<Entry, Gathered> all,
      Neighbourhood from,
      NetworkInterface end,
      Address address,
      boolean peers) {
    Course out = courses.course(from.first(), end, address);
    Passing there = Passing.of(interfaces.requests(out, address)).and(InternetSources.SPOKEN);
    if (there.isEmpty()) {
      return;
    }
    Course back = courses.course(end, from.first(), from.address());
    Passing both = there.and(Passing.of(interfaces.replies(back, address)));
    if (both.isEmpty()) {
      return;
    }
    for (int layer = 0; layer < from.members().size(); layer++) {
      TrafficSet members = from.members().get(layer);
      Passing passing = both.and(members);
      if (!passing.isEmpty()) {
        Gathered gathered =
            all.computeIfAbsent(
                new Entry(layer, joint(out), crossesEdge(out, end)), key -> new Gathered());
        gathered.sure.add(passing.sure());
        gathered.may.add(passing.may());
        if (peers || out.keepsNames()) {
          gathered.named.add(members);
        }
        if (peers) {
          gathered.peers.add(members);
        }
      }
    }
  }

  private static String joint(Course out) {
    return out.routers().stream()
        .filter(hop -> JOINTS.contains(hop.kind()))
        .map(Hop::id)
        .findFirst()
        .orElse("");
  }

  private static boolean crossesEdge(Course out, NetworkInterface end) {
    return out.edges().stream()
        .anyMatch(
            edge ->
                edge.direction() == Direction.INBOUND
                    && edge.subnets().equals(List.of(end.subnetId()))
                    && !edge.avoidable());
  }
}
