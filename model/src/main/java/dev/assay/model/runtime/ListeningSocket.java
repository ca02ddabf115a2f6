package dev.assay.model.runtime;

import java.util.List;

/// A TCP socket that listens, or a UDP socket that is bound and has no fixed far end.
///
/// @param address of this host, as `inet_ntop` writes it: `0.0.0.0`, `::1`
/// @param processes the ids of those that hold it, ascending; empty where that could not be seen
public record ListeningSocket(
    Transport transport, String address, int port, List<Integer> processes) {
  public ListeningSocket {
    Ports.require(port);
    processes = List.copyOf(processes);
  }

  /// Whether only this host reaches it.
  public boolean isLoopback() {
    return address.startsWith("127.") || address.startsWith("::ffff:127.") || address.equals("::1");
  }
}
