package dev.assay.network;

import dev.assay.model.Severity;
import dev.assay.network.packet.PortSet;
import dev.assay.network.packet.Protocol;
import dev.assay.network.packet.TrafficSet;
import java.util.List;

/// Ports of one address that can certainly be reached from outside.
///
/// @param ports a whole open range: of ICMP, type × 256 + code; of a protocol without ports, all
/// @param traffic the same with the addresses it can be reached from
/// @param recognized the services that have a port in the range
/// @param rules the security group rules that let it in: those to change
public record Exposure(
    Candidate candidate,
    Protocol protocol,
    PortSet.Range ports,
    TrafficSet traffic,
    List<RecognizedPorts> recognized,
    Severity severity,
    List<RuleName> rules) {
  public Exposure {
    recognized = List.copyOf(recognized);
    rules = List.copyOf(rules);
  }

  /// One rule of one security group.
  public record RuleName(String groupId, String rule) {}
}
