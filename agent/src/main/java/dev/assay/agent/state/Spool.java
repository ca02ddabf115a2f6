package dev.assay.agent.state;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/// What was collected and not yet handed in, in files, the oldest first. Where the disk is full the
/// newest part of each collector is kept in memory instead. The spool is bounded: what does not
/// fit pushes the oldest out, which is said.
public final class Spool {
  private static final String SUFFIX = ".part";

  private final Path directory;
  private final long most;
  private final Consumer<String> log;
  private final TreeMap<String, Long> files = new TreeMap<>();
  private final Map<String, String> collectors = new HashMap<>();
  private final Map<String, Part> inMemory = new TreeMap<>();
  private long next;

  /// Opens one; what is half-written or damaged in it is dropped.
  ///
  /// @param most bytes of all files together
  /// @param log told what was lost
  public Spool(Path directory, long most, Consumer<String> log) throws IOException {
    this.directory = directory;
    this.most = most;
    this.log = log;
    PrivateFiles.makeDirectory(directory);
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> listing = Files.newDirectoryStream(directory)) {
      listing.forEach(found::add);
    }
    for (Path file : found) {
      String name = file.getFileName().toString();
      if (name.matches("\\d{19}\\" + SUFFIX)) {
        files.put(name, Files.size(file));
        next = Math.max(next, Long.parseLong(name.substring(0, 19)) + 1);
      } else if (name.endsWith(PrivateFiles.UNFINISHED)) {
        Files.deleteIfExists(file);
        log.accept("dropped a part that was never written whole: " + name);
      }
    }
    for (String name : List.copyOf(files.keySet())) {
      read(name).ifPresent(part -> collectors.put(name, part.collector()));
    }
  }

  /// A part that waits, and where.
  public record Waiting(String name, Part part) {}

  /// Keeps a part.
  ///
  /// @param replaces whether older parts of the collector have no worth beside it
  /// @return empty where it is on disk; otherwise why it is in memory only
  public Optional<String> put(Part part, boolean replaces) {
    try {
      byte[] content = SpoolFile.write(part);
      String name = "%019d".formatted(next++) + SUFFIX;
      makeRoom(content.length);
      PrivateFiles.write(directory.resolve(name), content);
      files.put(name, (long) content.length);
      collectors.put(name, part.collector());
      inMemory.remove(part.collector());
      if (replaces) {
        for (String older : List.copyOf(files.headMap(name).keySet())) {
          if (part.collector().equals(collectors.get(older))) {
            delete(older);
          }
        }
      }
      return Optional.empty();
    } catch (IOException full) {
      inMemory.put(part.collector(), part);
      return Optional.of(
          "what was collected cannot be kept on disk, only in memory: " + full.getMessage());
    }
  }

  private void makeRoom(long bytes) throws IOException {
    long all = files.values().stream().mapToLong(Long::longValue).sum();
    while (!files.isEmpty() && all + bytes > most) {
      String oldest = files.firstKey();
      all -= files.firstEntry().getValue();
      log.accept(
          "the spool is full; dropped the oldest part, of "
              + collectors.getOrDefault(oldest, "an unknown collector"));
      delete(oldest);
    }
  }

  /// The part that waits longest.
  public Optional<Waiting> oldest() {
    while (!files.isEmpty()) {
      String name = files.firstKey();
      Optional<Part> part = read(name);
      if (part.isPresent()) {
        return part.map(whole -> new Waiting(name, whole));
      }
    }
    return inMemory.values().stream().findFirst().map(part -> new Waiting("", part));
  }

  /// Forgets a part that was handed in, or that nobody wants.
  public void remove(Waiting waiting) {
    if (waiting.name().isEmpty()) {
      inMemory.remove(waiting.part().collector(), waiting.part());
      return;
    }
    discard(waiting.name());
  }

  private void discard(String name) {
    try {
      delete(name);
    } catch (IOException stuck) {
      log.accept(name + " cannot be removed from the spool: " + stuck.getMessage());
    }
  }

  private Optional<Part> read(String name) {
    Path file = directory.resolve(name);
    try {
      return Optional.of(SpoolFile.read(Files.readAllBytes(file)));
    } catch (IOException damaged) {
      log.accept("dropped a damaged part, " + name + ": " + damaged.getMessage());
      discard(name);
      return Optional.empty();
    }
  }

  private void delete(String name) throws IOException {
    files.remove(name);
    collectors.remove(name);
    Files.deleteIfExists(directory.resolve(name));
  }
}
