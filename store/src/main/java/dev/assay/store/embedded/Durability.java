package dev.assay.store.embedded;

import java.util.List;

/// What must be left of the data when the machine fails.
public enum Durability {
  /// All that was committed.
  DURABLE,
  /// Nothing: for data that is thrown away.
  SCRATCH;

  /// Arguments of initdb.
  List<String> initialisation() {
    return switch (this) {
      case DURABLE -> List.of();
      case SCRATCH -> List.of("--no-sync");
    };
  }

  /// Settings of the server.
  List<String> settings() {
    return switch (this) {
      case DURABLE -> List.of();
      case SCRATCH -> List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off");
    };
  }
}
