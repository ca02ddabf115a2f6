package dev.assay.agentless.ssh;

import java.time.Duration;
import java.util.List;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;

/// How machines are reached.
///
/// @param user who logs in where an address does not say
/// @param jumps the machines through which each connection goes, in that order
/// @param patience for a connection, a login and every single answer
public record SshSettings(
    HostKeyPolicy hostKeys,
    Credentials credentials,
    String user,
    List<SshAddress> jumps,
    Sudo sudo,
    Bandwidth bandwidth,
    Duration patience) {
  public SshSettings {
    jumps = List.copyOf(jumps);
  }

  /// Whether files that the user may not read are read by sudo.
  public enum Sudo {
    NEVER,
    WHERE_DENIED
  }

  /// Which host keys are accepted.
  public sealed interface HostKeyPolicy {
    /// Those of known_hosts.
    record Known(HostKeys keys) implements HostKeyPolicy {}

    /// Any: whoever is between can read and invent what is collected.
    record Unchecked() implements HostKeyPolicy {}
  }

  ServerKeyVerifier verifier() {
    return switch (hostKeys) {
      case HostKeyPolicy.Known known -> known.keys();
      case HostKeyPolicy.Unchecked unchecked -> (session, remote, key) -> true;
    };
  }
}
