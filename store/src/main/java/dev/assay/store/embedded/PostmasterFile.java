package dev.assay.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a running PostgreSQL says of itself in `postmaster.pid`; a killed one leaves it behind.
///
/// @param started when it started, in whole seconds
record PostmasterFile(long process, Instant started, int port) {
  private static final int PROCESS = 0;
  private static final int STARTED = 2;
  private static final int PORT = 3;

  /// How far the server's own idea of when it started may lie from the system's.
  private static final Duration SLACK = Duration.ofSeconds(10);

  /// Empty where there is none, or one that is damaged or not yet whole.
  static Optional<PostmasterFile> read(Path cluster) throws IOException {
    try {
      List<String> lines = Files.readAllLines(in(cluster));
      return Optional.of(
          new PostmasterFile(
              Long.parseLong(lines.get(PROCESS).strip()),
              Instant.ofEpochSecond(Long.parseLong(lines.get(STARTED).strip())),
              Integer.parseInt(lines.get(PORT).strip())));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (NumberFormatException | IndexOutOfBoundsException damaged) {
      return Optional.empty();
    }
  }

  static Path in(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }

  /// The process that wrote the file, if it still runs. Its number alone does not tell: in a
  /// container that starts anew, the same small numbers go to other programs.
  Optional<ProcessHandle> running() {
    return ProcessHandle.of(process)
        .filter(ProcessHandle::isAlive)
        .filter(handle -> !hasEnded(handle))
        .filter(handle -> startedThen(handle.info()))
        .filter(
            handle ->
                handle.info().command().map(command -> command.endsWith("/postgres")).orElse(true));
  }

  private boolean startedThen(ProcessHandle.Info info) {
    return info.startInstant()
        .map(start -> Duration.between(start, started).abs().compareTo(SLACK) <= 0)
        .orElse(true);
  }

  /// Where the first process of a container takes no notice of orphans, one that has ended keeps
  /// its number for ever, and Java calls it alive.
  private static boolean hasEnded(ProcessHandle handle) {
    try {
      String state = Files.readString(Path.of("/proc/" + handle.pid() + "/stat"));
      return state.startsWith("Z", state.lastIndexOf(')') + 2);
    } catch (IOException noSuchFile) {
      return false;
    }
  }
}
