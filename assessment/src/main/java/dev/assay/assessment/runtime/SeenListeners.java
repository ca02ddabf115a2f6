package dev.assay.assessment.runtime;

import dev.assay.assessment.reachability.Listeners;
import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.transaction.Reading;
import dev.assay.model.runtime.ListeningSocket;
import dev.assay.model.runtime.ProgramFile;
import dev.assay.model.runtime.RunningProcess;
import dev.assay.model.runtime.RuntimeSample;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the newest sample of a host saw listen.
public final class SeenListeners implements Listeners {
  private static final String UNSEEN = "a process that could not be seen";

  private final RuntimeStore samples;

  public SeenListeners(RuntimeStore samples) {
    this.samples = samples;
  }

  @Override
  public Optional<List<Listener>> of(Reading transaction, Resource host) {
    return samples
        .newest(transaction, host)
        .filter(sample -> !sample.isAtRest())
        .map(SeenListeners::listeners);
  }

  private static List<Listener> listeners(RuntimeSample sample) {
    Map<Integer, RunningProcess> processes =
        sample.processes().stream()
            .collect(Collectors.toMap(RunningProcess::id, Function.identity()));
    Map<String, ProgramFile> files =
        sample.files().stream().collect(Collectors.toMap(ProgramFile::path, Function.identity()));
    return sample.listening().stream()
        .filter(socket -> !socket.isLoopback())
        .map(socket -> listener(socket, holder(socket, processes), files))
        .toList();
  }

  /// The process that was started first, where several hold the socket.
  private static @Nullable RunningProcess holder(
      ListeningSocket socket, Map<Integer, RunningProcess> processes) {
    return socket.processes().stream()
        .filter(processes::containsKey)
        .findFirst()
        .map(processes::get)
        .orElse(null);
  }

  private static Listener listener(
      ListeningSocket socket, @Nullable RunningProcess holder, Map<String, ProgramFile> files) {
    if (holder == null) {
      return new Listener(socket.transport(), socket.port(), UNSEEN, null);
    }
    ProgramFile program = holder.executable() == null ? null : files.get(holder.executable());
    ProgramFile.OwningPackage owner = program == null ? null : program.owner();
    return new Listener(
        socket.transport(), socket.port(), holder.name(), owner == null ? null : owner.name());
  }
}
