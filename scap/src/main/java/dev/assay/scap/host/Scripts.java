package dev.assay.scap.host;

import java.util.Map;

/// Runs scripts on the host: something that only its operator can allow.
public interface Scripts {
  /// Runs one to its end.
  ///
  /// @param script the whole of it, which says by its first line what reads it
  /// @param environment of the script, which has little else
  Run run(String script, Map<String, String> environment);

  /// What came of a script.
  sealed interface Run {
    /// It ended by itself.
    ///
    /// @param output what it wrote, cut where it was too much
    record Ended(int exitCode, String output) implements Run {}

    /// It could not be started, was killed, or took too long.
    record Failed(String why) implements Run {}
  }
}
