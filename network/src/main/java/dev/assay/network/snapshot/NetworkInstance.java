package dev.assay.network.snapshot;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// An instance; its interfaces say where they are attached.
public record NetworkInstance(String id, State state, Map<String, String> tags, Machine machine) {
  private static final String NAME = "Name";

  public NetworkInstance {
    tags = Map.copyOf(tags);
  }

  /// An instance of which little is known.
  public NetworkInstance(String id, State state, Optional<String> name) {
    this(id, state, name.map(text -> Map.of(NAME, text)).orElse(Map.of()), Machine.UNKNOWN);
  }

  /// What was started; empty is what was not told.
  ///
  /// @param platform only said of Windows
  public record Machine(
      Optional<String> imageId,
      Optional<String> type,
      Optional<String> platform,
      Optional<Instant> launchedAt) {
    public static final Machine UNKNOWN =
        new Machine(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

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

  /// Its `Name` tag.
  public Optional<String> name() {
    return Optional.ofNullable(tags.get(NAME));
  }
}
