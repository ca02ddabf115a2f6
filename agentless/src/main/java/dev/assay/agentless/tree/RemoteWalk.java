package dev.assay.agentless.tree;

import dev.assay.scap.host.HostFile;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// A walk from the root to one file, name by name, as the kernel's path resolution in a chroot.
///
/// Every question costs a journey to the machine and back, so that directories and links on the
/// way are asked for once in the life of a tree, see [Waypoints].
final class RemoteWalk {
  private static final int MOST_LINKS = 40;
  private static final int MOST_NAMES = 4096;
  private static final int DEEPEST = 256;

  private final Waypoints waypoints;
  private final Deque<String> pending = new ArrayDeque<>();
  private final List<String> reached = new ArrayList<>();
  private int links;

  private RemoteWalk(Waypoints waypoints) {
    this.waypoints = waypoints;
  }

  /// Walks to `path`, following a link at its end or stopping at it.
  static Place to(Waypoints waypoints, String path, LastLink lastLink) throws IOException {
    RemoteWalk walk = new RemoteWalk(waypoints);
    walk.push(path);
    return walk.go(lastLink);
  }

  /// What to do with a link that is the last name of the path.
  enum LastLink {
    FOLLOW,
    STOP
  }

  /// Where a walk has led.
  ///
  /// @param path relative to the root and without links, empty for the root itself
  record Place(String path, HostFile entry) {}

  private Place go(LastLink lastLink) throws IOException {
    HostFile entry = waypoints.at("");
    while (!pending.isEmpty()) {
      String name = pending.pop();
      if (name.equals(".")) {
        continue;
      }
      if (name.equals("..")) {
        entry = up();
        continue;
      }
      reached.add(name);
      entry = waypoints.at(here());
      if (entry.type() == HostFile.Type.SYMLINK
          && (lastLink == LastLink.FOLLOW || !pending.isEmpty())) {
        follow(entry);
        entry = waypoints.at(here());
      } else if (!pending.isEmpty()) {
        requirePassage(entry);
      }
    }
    return new Place(here(), entry);
  }

  private HostFile up() throws IOException {
    if (!reached.isEmpty()) {
      reached.removeLast();
    }
    return waypoints.at(here());
  }

  private void requirePassage(HostFile entry) throws IOException {
    if (entry.type() != HostFile.Type.DIRECTORY) {
      throw new NotDirectoryException(here());
    }
    if (reached.size() >= DEEPEST) {
      throw new FileSystemException(
          here(), null, "It lies more than " + DEEPEST + " directories deep");
    }
  }

  private void follow(HostFile link) throws IOException {
    links++;
    if (links > MOST_LINKS) {
      throw new FileSystemException(
          here(), null, "More than " + MOST_LINKS + " symbolic links lead to it");
    }
    reached.removeLast();
    String target = link.target();
    if (target.startsWith("/")) {
      reached.clear();
    }
    push(target);
  }

  private String here() {
    return String.join("/", reached);
  }

  private void push(String path) throws IOException {
    String[] names = path.split("/");
    if (names.length + pending.size() > MOST_NAMES) {
      throw new FileSystemException(path, null, "The path has too many names");
    }
    for (int i = names.length - 1; i >= 0; i--) {
      if (!names[i].isEmpty()) {
        pending.push(names[i]);
      }
    }
  }
}
