package dev.assay.inventory.rpm;

import static dev.assay.inventory.rpm.DamagedException.unless;

import java.util.List;
import java.util.function.Consumer;

/// The files that a header says its package owns.
final class HeaderFiles {
  private static final int LONGEST_PATH = 4096; // Linux's PATH_MAX

  private HeaderFiles() {}

  /// Hands over each path, absolute as rpm writes it. rpm 4 keeps base names, each with the index
  /// of its directory; rpm 3 kept whole paths.
  static void paths(RpmHeader header, Consumer<String> paths) {
    List<String> directories = header.texts(HeaderTag.DIRNAMES);
    List<String> names = header.texts(HeaderTag.BASENAMES);
    int[] indexes = header.numbers(HeaderTag.DIRINDEXES);
    unless(names.size() == indexes.length, "The header has not one directory for each file.");
    for (int file = 0; file < indexes.length; file++) {
      int directory = indexes[file];
      unless(
          directory >= 0 && directory < directories.size(),
          "The header's file " + file + " is in a directory that it does not name.");
      String path = directories.get(directory) + names.get(file);
      unless(path.length() <= LONGEST_PATH, "The header has a path that is too long.");
      paths.accept(path);
    }
    header.texts(HeaderTag.OLDFILENAMES).forEach(paths);
  }
}
