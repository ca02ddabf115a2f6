package dev.assay.network.snapshot;

import java.util.Optional;

/// An instance; its interfaces say where they are attached.
///
/// @param name its `Name` tag
public record NetworkInstance(String id, State state, Optional<String> name) {

  /// Only what runs answers. `UNKNOWN` is a word this version does not know: it is assumed to run,
  /// and named as not evaluated.
  public enum State {
    PENDING,
    RUNNING,
    SHUTTING_DOWN,
    TERMINATED,
    STOPPING,
    STOPPED,
    UNKNOWN
  }

  public boolean runs() {
    return state == State.RUNNING || state == State.UNKNOWN;
  }
}
