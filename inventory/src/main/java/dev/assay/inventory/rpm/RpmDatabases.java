package dev.assay.inventory.rpm;

import dev.assay.inventory.tree.FileTree;
import dev.assay.inventory.tree.IoReason;
import dev.assay.inventory.tree.Lookup;
import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.NotEvaluated.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Finds the databases of a tree and reads the one that counts.
///
/// A root may hold several: a newer rpm leaves the old form behind, and one that is run on an
/// older root makes an empty database of its own form. The newest form that holds packages counts;
/// others are named as not read.
///
/// @param <T> what is made of each header
final class RpmDatabases<T> {
  /// The one that came later first: where two are real, distributions have moved to the later.
  private static final List<String> DIRECTORIES =
      List.of("usr/lib/sysimage/rpm", "usr/share/rpm", "var/lib/rpm");

  private static final int MOST_ATTEMPTS = 3;
  private static final String ROLLBACK_JOURNAL = "-journal";
  private static final byte[] ROLLBACK_MAGIC = {(byte) 0xd9, (byte) 0xd5, 0x05, (byte) 0xf9};

  private final HeaderReader<T> reader;

  RpmDatabases(HeaderReader<T> reader) {
    this.reader = reader;
  }

  /// Whether the tree seems to hold one, readable or not.
  static boolean present(FileTree tree) {
    return paths().anyMatch(path -> !(tree.stat(path) instanceof Lookup.Absent));
  }

  void read(FileTree tree, Consumer<T> found, Consumer<NotEvaluated> gaps) {
    List<Location> locations = locations(tree, gaps);
    for (int i = 0; i < locations.size(); i++) {
      Location location = locations.get(i);
      DatabaseReading<T> reading = read(tree, location);
      reading.gap().ifPresent(gaps);
      if (!reading.found().isEmpty()) {
        reading.found().forEach(found);
        locations.subList(i + 1, locations.size()).forEach(other -> leave(other, location, gaps));
        return;
      }
    }
  }

  private static void leave(Location other, Location read, Consumer<NotEvaluated> gaps) {
    gaps.accept(
        DatabaseReading.gap(
            other.path,
            Reason.AMBIGUOUS,
            "It was not read, because " + read.path + " holds packages and is the newer.",
            Gap.PART));
  }

  /// The databases that are there, in the order of their precedence; one that is reached by two
  /// names, because directories are linked, once.
  private static List<Location> locations(FileTree tree, Consumer<NotEvaluated> gaps) {
    List<Location> locations = new ArrayList<>();
    Set<String> files = new HashSet<>();
    for (DatabaseKind kind : DatabaseKind.values()) {
      for (String directory : DIRECTORIES) {
        String path = directory + "/" + kind.fileName();
        switch (tree.resolve(path)) {
          case Lookup.Absent<String> absent -> {}
          case Lookup.Unreadable<String> unreadable ->
              gaps.accept(
                  DatabaseReading.gap(path, unreadable.reason(), unreadable.why(), Gap.WHOLE));
          case Lookup.Found<String> file -> {
            if (files.add(file.value())) {
              locations.add(new Location(kind, file.value()));
            }
          }
        }
      }
    }
    return locations;
  }

  /// Reads a database; again where somebody wrote to it meanwhile.
  private DatabaseReading<T> read(FileTree tree, Location location) {
    for (int attempt = 1; ; attempt++) {
      DatabaseReading<T> reading = new DatabaseReading<>(location.path, reader);
      try {
        if (readOnce(tree, location, reading)) {
          return reading;
        }
        if (attempt == MOST_ATTEMPTS) {
          throw new DamagedException(
              Reason.UNREADABLE, "It kept changing while it was being read.");
        }
      } catch (DamagedException e) {
        reading.endedBy(e);
        return reading;
      } catch (IOException e) {
        reading.endedBy(new DamagedException(Reason.UNREADABLE, IoReason.of(e)));
        return reading;
      }
    }
  }

  /// Whether the database stayed as it was during the reading.
  private static boolean readOnce(FileTree tree, Location location, DatabaseReading<?> reading)
      throws IOException {
    if (location.kind == DatabaseKind.SQLITE) {
      checkNoRollback(tree, location);
    }
    DatabaseFile.State before;
    try (DatabaseFile file = open(tree, location)) {
      before = file.state();
      location.kind.open(file).read(reading);
      if (file.isCopy()) {
        return true;
      }
    }
    try (DatabaseFile file = open(tree, location)) {
      return file.state().equals(before);
    }
  }

  private static DatabaseFile open(FileTree tree, Location location) {
    return switch (DatabaseFile.open(tree, location.path)) {
      case Lookup.Found<DatabaseFile> file -> file.value();
      case Lookup.Absent<DatabaseFile> absent ->
          throw new DamagedException(
              Reason.UNREADABLE, "It vanished while it was being read, or is no file.");
      case Lookup.Unreadable<DatabaseFile> unreadable ->
          throw new DamagedException(unreadable.reason(), unreadable.why());
    };
  }

  /// rpm writes through the write-ahead log; only another writer, or one that could not use it,
  /// leaves a rollback journal, and with it a transaction half done.
  private static void checkNoRollback(FileTree tree, Location location) {
    if (tree.head(location.path + ROLLBACK_JOURNAL, ROLLBACK_MAGIC.length)
            instanceof Lookup.Found<byte[]> journal
        && Arrays.equals(journal.value(), ROLLBACK_MAGIC)) {
      throw new DamagedException(
          Reason.UNSUPPORTED,
          "A rollback journal lies beside it: an interrupted transaction was not undone.");
    }
  }

  private static Stream<String> paths() {
    return Stream.of(DatabaseKind.values())
        .flatMap(kind -> DIRECTORIES.stream().map(directory -> directory + "/" + kind.fileName()));
  }

  private record Location(DatabaseKind kind, String path) {}
}
