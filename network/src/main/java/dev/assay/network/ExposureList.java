package dev.assay.network;

import dev.assay.network.packet.TrafficSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;

/// Sorts ways into what is open and what could not be decided. Ways with the same traffic share
/// what is worked out of it.
final class ExposureList {
  private final Remediations remedies;
  private final IdentityHashMap<TrafficSet, List<OpenRange>> ranges;
  private final List<Exposure> found = new ArrayList<>();
  private final List<Candidate> undecided = new ArrayList<>();

  ExposureList(Remediations remedies) {
    this(remedies, new IdentityHashMap<>());
  }

  /// @param ranges what was worked out before, to be added to
  ExposureList(Remediations remedies, IdentityHashMap<TrafficSet, List<OpenRange>> ranges) {
    this.remedies = remedies;
    this.ranges = ranges;
  }

  void add(Candidate way) {
    Trail trail = way.trail();
    if (!trail.mayPass().minus(trail.passes()).isEmpty()) {
      undecided.add(way);
    }
    for (OpenRange open : ranges.computeIfAbsent(trail.passes(), OpenRange::of)) {
      found.add(
          new Exposure(
              way,
              open,
              Exposures.severity(way.route(), open.protocol(), open.recognized()),
              remedies));
    }
  }

  /// What was found before and is still so; what to do about it may have changed.
  void addAll(Exposures earlier) {
    undecided.addAll(earlier.undecided());
    for (Exposure each : earlier.found()) {
      found.add(new Exposure(each.candidate(), each.open(), each.severity(), remedies));
    }
  }

  Exposures inOrder() {
    return new Exposures(found, undecided);
  }

  Exposures worstFirst() {
    found.sort(Comparator.comparing(Exposure::severity).reversed());
    return inOrder();
  }
}
