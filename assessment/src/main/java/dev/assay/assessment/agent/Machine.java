package dev.assay.assessment.agent;

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

  /// What the machine is called where nobody chose a name: the instance's id, as Inspector has it,
  /// else the host name, under which evidence is handed in by other ways too.
  String usualName() {
    if (instanceId != null) {
      return instanceId;
    }
    return hostName != null ? hostName : machineId;
  }

  /// A name for one of several machines that have the same host name.
  String nameBeside(String taken) {
    return taken + "-" + machineId.substring(0, MARK);
  }
}
