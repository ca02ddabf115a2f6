package dev.assay.model.runtime;

import dev.assay.model.NotEvaluated;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What was seen of a host at one moment: of one that runs, what it does; of one at rest, what it
/// would run.
///
/// @param kernel `uname -r`
/// @param uptime since it was started
/// @param files every executable and library that processes and programs at rest name, once each
/// @param notEvaluated what could not be seen
/// @param resting of a host at rest, its programs; null is none, as in samples of before there were
public record RuntimeSample(
    Instant takenAt,
    String kernel,
    Duration uptime,
    List<ListeningSocket> listening,
    List<Connection> connections,
    List<RunningProcess> processes,
    List<ProgramFile> files,
    List<NotEvaluated> notEvaluated,
    @Nullable List<RestingProgram> resting) {
  public RuntimeSample {
    listening = List.copyOf(listening);
    connections = List.copyOf(connections);
    processes = List.copyOf(processes);
    files = List.copyOf(files);
    notEvaluated = List.copyOf(notEvaluated);
    resting = resting == null ? List.of() : List.copyOf(resting);
  }

  /// What a running host does.
  public RuntimeSample(
      Instant takenAt,
      String kernel,
      Duration uptime,
      List<ListeningSocket> listening,
      List<Connection> connections,
      List<RunningProcess> processes,
      List<ProgramFile> files,
      List<NotEvaluated> notEvaluated) {
    this(
        takenAt, kernel, uptime, listening, connections, processes, files, notEvaluated, List.of());
  }

  /// What a host would run that is at rest.
  public static RuntimeSample atRest(
      Instant takenAt,
      List<RestingProgram> resting,
      List<ProgramFile> files,
      List<NotEvaluated> notEvaluated) {
    return new RuntimeSample(
        takenAt, "", Duration.ZERO, List.of(), List.of(), List.of(), files, notEvaluated, resting);
  }

  /// Of a running host there is always a process.
  public boolean isAtRest() {
    return processes.isEmpty() && !resting().isEmpty();
  }

  @Override
  public List<RestingProgram> resting() {
    return Objects.requireNonNull(resting);
  }
}
