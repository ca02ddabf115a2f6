package dev.assay.scap.probe;

import dev.assay.scap.host.HostFile;
import org.jspecify.annotations.Nullable;

/// A file that an object means.
///
/// @param directory the directory it is in, or the file itself where `name` is null
/// @param name its name, or null where the object means the directory itself
record FoundFile(String directory, @Nullable String name, HostFile file) {
  String path() {
    return name == null ? directory : join(directory, name);
  }

  static String join(String directory, String name) {
    return directory.equals("/") ? "/" + name : directory + "/" + name;
  }
}
