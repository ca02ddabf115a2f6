package dev.assay.network;

import dev.assay.model.Severity;
import dev.assay.network.packet.PortSet;
import dev.assay.network.packet.Protocol;
import dev.assay.network.packet.TrafficSet;
import java.util.List;
import java.util.Optional;

/// Ports of one address that can certainly be reached from outside.
///
/// @param open a whole open range; ways with equal filters share it
/// @param remedies finds what would close it, once that is asked for
public record Exposure(
    Candidate candidate, OpenRange open, Severity severity, Remediations remedies) {

  public Protocol protocol() {
    return open.protocol();
  }

  public PortSet.Range ports() {
    return open.ports();
  }

  /// What comes to the ports, with the addresses they can be reached from.
  public TrafficSet traffic() {
    return open.traffic();
  }

  /// The services that have a port in the range.
  public List<RecognizedPorts> recognized() {
    return open.recognized();
  }

  /// The security groups, of the interface or of the load balancer before it, that let it in.
  public List<String> lettingIn() {
    return remedies.lettingIn(candidate, open.traffic());
  }

  /// The client ports that it can be reached from, where these are not all.
  public Optional<ClientPorts> clientPorts() {
    return ClientPorts.of(candidate.trail(), open.traffic());
  }

  /// The smallest change that closes it.
  public Remediation remediation() {
    return remedies.of(candidate, open.traffic());
  }
}
