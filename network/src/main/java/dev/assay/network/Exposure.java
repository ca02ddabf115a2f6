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
/// @param remediation the smallest change that closes it
public record Exposure(
    Candidate candidate,
    Protocol protocol,
    PortSet.Range ports,
    TrafficSet traffic,
    List<RecognizedPorts> recognized,
    Severity severity,
    Remediation remediation) {
  public Exposure {
    recognized = List.copyOf(recognized);
  }
}
