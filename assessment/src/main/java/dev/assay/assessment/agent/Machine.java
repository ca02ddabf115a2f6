package dev.assay.assessment.agent;

import dev.assay.assessment.host.HostTraits;
import org.jspecify.annotations.Nullable;

/// What tells one machine from others, as its agent read it.
///
/// @param machineId a hash of the operating system's own id of this installation, in hexadecimal
/// @param instanceId `i-…` of EC2; null anywhere else
/// @param operatingSystem in one line, for people
public record Machine(
    String machineId,
    @Nullable String instanceId,
    @Nullable String hostName,
    @Nullable String operatingSystem,
    @Nullable String kernel) {
  private static final int MARK = 8;

  HostTraits traits() {
    return new HostTraits(machineId, instanceId, hostName);
  }

  /// The trait that no other agent's machine has.
  HostTraits id() {
    return new HostTraits(machineId, null, null);
  }

  /// A name for one of several machines that have the same host name.
  String nameBeside(String taken) {
    return taken + "-" + machineId.substring(0, MARK);
  }
}
