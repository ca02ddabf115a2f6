package dev.assay.assessment.agent;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an agent said of itself.
///
/// @param details why it is not well, or anything else that a person should read; may be empty
/// @param collectors what it can collect, its owner's wishes obeyed
public record Heartbeat(
    HealthCode health,
    String details,
    String version,
    @Nullable String kernel,
    List<String> collectors,
    Instant at) {
  public Heartbeat {
    collectors = List.copyOf(collectors);
  }
}
