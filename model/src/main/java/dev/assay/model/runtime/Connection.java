package dev.assay.model.runtime;

import java.util.List;

/// A connection that stands, or that was had and is being closed. Neither the far end's address nor
/// a port that was picked at random is kept.
///
/// @param port of the service: this host's where it was accepted, the far end's where it was opened
/// @param withinHost whether both ends are on this host, or the far one is the address at which
///     clouds answer an instance about itself
/// @param processes the ids of those that hold it, ascending; empty where that could not be seen
public record Connection(
    Transport transport,
    Direction direction,
    int port,
    boolean withinHost,
    List<Integer> processes) {
  public Connection {
    Ports.require(port);
    processes = List.copyOf(processes);
  }

  /// Who began it.
  public enum Direction {
    /// Somebody else: this host listens on the near port.
    ACCEPTED,
    /// This host.
    OPENED
  }
}
