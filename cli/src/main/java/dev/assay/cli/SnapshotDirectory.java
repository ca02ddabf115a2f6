package dev.assay.cli;

import dev.assay.network.reader.SnapshotReader;
import dev.assay.network.snapshot.Listings;
import dev.assay.network.snapshot.NetworkSnapshot;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A directory of `describe-*` JSON, its folders in any nesting; or one such file.
final class SnapshotDirectory {
  private SnapshotDirectory() {}

  /// @param listings what of the snapshot the files list whole, and whose it is
  record Read(NetworkSnapshot snapshot, Listings listings) {}

  static Read read(Path root) throws IOException {
    SnapshotReader reader = reader(root);
    return new Read(whole(root, reader), reader.listings());
  }

  /// The same after a change, which may only be made to a snapshot that was read before.
  static NetworkSnapshot changed(Path root, Path change) throws IOException {
    SnapshotReader reader = reader(root);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(change))) {
      reader.change(in);
    } catch (IllegalArgumentException wrong) {
      throw new InputException("change " + change + ": " + wrong.getMessage(), wrong);
    } catch (IOException failed) {
      throw new InputException("change " + change + ": " + IoFailure.words(failed), failed);
    }
    return reader.snapshot();
  }

  /// Its files by the names that people know them by.
  static SortedMap<String, Path> files(Path root) throws IOException {
    if (!Files.exists(root)) {
      throw new InputException("snapshot " + root + " does not exist");
    }
    List<Path> files;
    try (Stream<Path> tree = Files.walk(root)) {
      files =
          tree.filter(Files::isRegularFile)
              .filter(file -> file.toString().endsWith(".json"))
              .sorted()
              .toList();
    }
    if (files.isEmpty()) {
      throw new InputException("snapshot " + root + " has no .json file");
    }
    SortedMap<String, Path> named = new TreeMap<>();
    files.forEach(
        file ->
            named.put(
                file.equals(root) ? file.toString() : root.relativize(file).toString(), file));
    return named;
  }

  private static SnapshotReader reader(Path root) throws IOException {
    SnapshotReader reader = new SnapshotReader();
    for (Map.Entry<String, Path> file : files(root).entrySet()) {
      try (InputStream in = new BufferedInputStream(Files.newInputStream(file.getValue()))) {
        reader.read(file.getKey(), in);
      } catch (IOException failed) {
        reader.unreadable(file.getKey(), IoFailure.words(failed));
      }
    }
    return reader;
  }

  private static NetworkSnapshot whole(Path root, SnapshotReader reader) {
    NetworkSnapshot snapshot = reader.snapshot();
    if (snapshot.interfaces().isEmpty() && snapshot.vpcs().isEmpty()) {
      throw new InputException(
          "snapshot "
              + root
              + " describes no network: give a directory of `aws … describe-*` JSON");
    }
    return snapshot;
  }
}
