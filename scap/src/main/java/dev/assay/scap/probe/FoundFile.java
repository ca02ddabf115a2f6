package dev.assay.scap.probe;

import dev.assay.scap.host.HostFile;
import org.jspecify.annotations.Nullable;

/// A file that an object means. Its metadata is asked for by who needs it.
///
/// @param directory the directory it is in, or the file itself where `name` is null
/// @param name its name, or null where the object means the directory itself
/// @param type what it is, not followed where it is a link
record FoundFile(String directory, @Nullable String name, HostFile.Type type) {
  String path() {
    return name == null ? directory : join(directory, name);
  }

  static String join(String directory, String name) {
    return directory.equals("/") ? "/" + name : directory + "/" + name;
  }
}
