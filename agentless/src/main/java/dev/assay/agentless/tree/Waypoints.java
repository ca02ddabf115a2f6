package dev.assay.agentless.tree;

import dev.assay.scap.host.HostFile;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.Map;

/// The directories and links that walks through one tree have passed, each asked for once.
///
/// A tree lives for one collection; whoever moves a directory in that time is seen, or not, as if
/// it had happened before.
final class Waypoints {
  private static final int MOST = 100_000;

  private final RemoteFiles files;
  private final String root;
  private final Map<String, HostFile> known = new HashMap<>();

  /// @param root absolute, without a `/` at its end; empty for `/`
  Waypoints(RemoteFiles files, String root) {
    this.files = files;
    this.root = root;
  }

  /// What is at a path relative to the root.
  HostFile at(String path) throws IOException {
    HostFile before = known.get(path);
    if (before != null) {
      return before;
    }
    if (path.indexOf('\0') >= 0) {
      throw new NoSuchFileException(path);
    }
    HostFile entry = files.lstat(absolute(path));
    boolean lasting =
        entry.type() == HostFile.Type.DIRECTORY || entry.type() == HostFile.Type.SYMLINK;
    if (lasting && known.size() < MOST) {
      known.put(path, entry);
    }
    return entry;
  }

  /// The path as the machine has it.
  String absolute(String path) {
    return path.isEmpty() && !root.isEmpty() ? root : root + "/" + path;
  }
}
