package dev.assay.inventory.runtime;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// The files that a process has mapped for execution, as `/proc/PID/maps` names them.
///
/// @param present paths of those that are where they were
/// @param deleted paths of those that were removed or replaced since
record ExecutableMappings(SortedSet<String> present, SortedSet<String> deleted) {
  private static final String DELETED = " (deleted)";
  private static final int FIELDS = 6;

  /// Where programs put code that they make themselves and delete at once: no library of a package.
  private static final List<String> SCRATCH =
      List.of("/memfd:", "/dev/", "/SYSV", "/[", "/tmp/", "/var/tmp/", "/run/");

  /// Reads the lines `from-to permissions offset device inode path`.
  static ExecutableMappings of(String maps) {
    SortedSet<String> present = new TreeSet<>();
    SortedSet<String> deleted = new TreeSet<>();
    maps.lines()
        .map(line -> line.split(" +", FIELDS))
        .filter(fields -> fields.length == FIELDS)
        .filter(fields -> fields[1].length() > 2 && fields[1].charAt(2) == 'x')
        .map(fields -> fields[FIELDS - 1])
        .filter(path -> path.startsWith("/"))
        .forEach(path -> add(path, present, deleted));
    return new ExecutableMappings(present, deleted);
  }

  private static void add(String path, SortedSet<String> present, SortedSet<String> deleted) {
    boolean gone = isDeleted(path);
    String name = withoutMark(path);
    if (!gone) {
      present.add(name);
    } else if (SCRATCH.stream().noneMatch(name::startsWith)) {
      deleted.add(name);
    }
  }

  static boolean isDeleted(String path) {
    return path.endsWith(DELETED);
  }

  static String withoutMark(String path) {
    return isDeleted(path) ? path.substring(0, path.length() - DELETED.length()) : path;
  }
}
