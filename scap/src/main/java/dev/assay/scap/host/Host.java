package dev.assay.scap.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// A host being evaluated: its files, and what its package managers and its systemd say.
public interface Host extends HostFiles {
  /// The names in a directory with their types, sorted; a link to a directory is followed. A host
  /// that learns the types with the names need not ask for them one by one.
  default Reading<List<DirectoryEntry>> entries(String directory) {
    return switch (names(directory)) {
      case Reading.Read<List<String>>(List<String> names) -> {
        List<DirectoryEntry> entries = new ArrayList<>(names.size());
        for (String name : names) {
          String path = directory.endsWith("/") ? directory + name : directory + "/" + name;
          if (file(path) instanceof Reading.Read<HostFile>(HostFile file)) {
            entries.add(new DirectoryEntry(name, file.type()));
          }
        }
        yield new Reading.Read<>(entries);
      }
      case Reading.Absent<List<String>> absent -> new Reading.Absent<>();
      case Reading.Unreadable<List<String>>(String why) -> new Reading.Unreadable<>(why);
    };
  }

  /// The digest of a regular file, through links.
  ///
  /// @param algorithm one that every JDK has, such as `SHA-256`
  default Reading<byte[]> digest(String path, String algorithm) {
    return switch (content(path)) {
      case Reading.Read<byte[]>(byte[] bytes) ->
          new Reading.Read<>(Digests.named(algorithm).digest(bytes));
      case Reading.Absent<byte[]> absent -> absent;
      case Reading.Unreadable<byte[]> unreadable -> unreadable;
    };
  }

  /// The path that links lead to.
  Reading<String> resolve(String path);

  /// An extended attribute of a file, not followed where it is a link; absent where the file has
  /// none of this name.
  Reading<byte[]> attribute(String path, String name);

  /// What dpkg's database says is installed; absent where there is no database.
  Reading<List<DebPackage>> debs();

  /// What rpm's database holds; absent where there is no database.
  Reading<List<RpmPackage>> rpms();

  /// The files of rpm's packages; absent where there is no database.
  ///
  /// @param of the packages whose files are meant
  /// @param at the paths that are meant
  Reading<List<RpmFile>> rpmFiles(Predicate<RpmPackage> of, Predicate<String> at);

  /// `ActiveState` of the units that systemd has loaded, by name; absent where systemd does not
  /// run.
  Reading<Map<String, String>> unitStates();

  /// The space of the file system that is mounted at a path; absent where the host does not run.
  default Reading<FileSystemSpace> space(String mountPoint) {
    return new Reading.Absent<>();
  }

  /// The addresses of a network interface; absent where the host does not run.
  default Reading<List<InterfaceAddress>> addresses(String networkInterface) {
    return new Reading.Absent<>();
  }

  /// The time at which it is looked at, in seconds since 1970.
  long time();

  /// Whether it runs: only then do run-time facets mean anything.
  boolean isRunning();
}
