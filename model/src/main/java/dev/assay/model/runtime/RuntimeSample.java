package dev.assay.model.runtime;

import dev.assay.model.NotEvaluated;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What was seen of a running host at one moment.
///
/// @param kernel `uname -r`
/// @param uptime since it was started
/// @param files every executable and library that the processes name, once each
/// @param notEvaluated what could not be seen
public record RuntimeSample(
    Instant takenAt,
    String kernel,
    Duration uptime,
    List<ListeningSocket> listening,
    List<Connection> connections,
    List<RunningProcess> processes,
    List<ProgramFile> files,
    List<NotEvaluated> notEvaluated) {
  public RuntimeSample {
    listening = List.copyOf(listening);
    connections = List.copyOf(connections);
    processes = List.copyOf(processes);
    files = List.copyOf(files);
    notEvaluated = List.copyOf(notEvaluated);
  }
}
