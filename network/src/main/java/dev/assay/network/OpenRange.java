package dev.assay.network;

import dev.assay.network.packet.PortSet;
import dev.assay.network.packet.Protocol;
import dev.assay.network.packet.Services;
import dev.assay.network.packet.TrafficSet;
import java.util.ArrayList;
import java.util.List;

/// A whole range of ports that certainly gets through, with what comes to it.
///
/// @param ports of ICMP, type × 256 + code; of a protocol without ports, all
/// @param traffic the same with the addresses it can be reached from
/// @param recognized the services that have a port in the range
public record OpenRange(
    Protocol protocol, PortSet.Range ports, TrafficSet traffic, List<RecognizedPorts> recognized) {
  public OpenRange {
    recognized = List.copyOf(recognized);
  }

  /// All there are.
  static List<OpenRange> of(TrafficSet passes) {
    List<OpenRange> open = new ArrayList<>();
    for (Services.Part part : passes.anywhere().parts()) {
      for (PortSet.Range range : part.ports().ranges()) {
        Services services =
            Services.of(part.protocol(), PortSet.range(range.first(), range.last()));
        open.add(
            new OpenRange(
                part.protocol(),
                range,
                passes.and(TrafficSet.ALL.map(all -> services)),
                RecognizedPorts.within(part.protocol(), range.first(), range.last()).toList()));
      }
    }
    return List.copyOf(open);
  }
}
